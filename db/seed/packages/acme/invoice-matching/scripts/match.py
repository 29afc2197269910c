#!/usr/bin/env python3
"""Three-way match of orders, receipts and invoices. Prints one tab-separated line per invoice line."""
import csv
import sys
from collections import defaultdict
from decimal import Decimal, InvalidOperation

SHARE, CEILING = Decimal("0.01"), Decimal("25")


def rows(path):
    with open(path, newline="", encoding="utf-8-sig") as source:
        for number, row in enumerate(csv.DictReader(source), start=2):
            yield number, {key.strip(): (value or "").strip() for key, value in row.items() if key}


def amount(row, column, path, number):
    try:
        return Decimal(row[column])
    except KeyError:
        sys.exit(f"{path} has no column called {column}.")
    except InvalidOperation:
        sys.exit(f"{path} line {number}: {column} is {row[column]!r}, expected a number such as 12.50")


def main():
    if len(sys.argv) != 4:
        sys.exit("usage: match.py orders.csv receipts.csv invoices.csv")
    order_path, receipt_path, invoice_path = sys.argv[1:]

    orders, received = {}, defaultdict(Decimal)
    for number, row in rows(order_path):
        price = amount(row, "unit_price", order_path, number)
        orders[row["order"], row["line"]] = (price, row["currency"])
    for number, row in rows(receipt_path):
        received[row["order"], row["line"]] += amount(row, "quantity", receipt_path, number)

    invoiced, seen = defaultdict(Decimal), set()
    for number, row in rows(invoice_path):
        key = (row["order"], row["line"])
        quantity = amount(row, "quantity", invoice_path, number)
        price = amount(row, "unit_price", invoice_path, number)
        same = (row["supplier"], *key, quantity, price)
        verdict, difference = "match", Decimal(0)

        if same in seen:
            verdict, difference = "duplicate", quantity * price
        elif key not in orders:
            verdict, difference = "no order", quantity * price
        elif row["currency"] != orders[key][1]:
            verdict, difference = "currency", quantity * price
        elif received[key] == 0:
            verdict, difference = "no receipt", quantity * price
        elif invoiced[key] + quantity > received[key]:
            verdict, difference = "quantity", (invoiced[key] + quantity - received[key]) * price
        else:
            difference = (price - orders[key][0]) * quantity
            if abs(difference) > min(CEILING, abs(orders[key][0] * quantity) * SHARE):
                verdict = "price"
        seen.add(same)
        if verdict != "duplicate":
            invoiced[key] += quantity
        print("\t".join([row["invoice"], row["supplier"], *key, verdict, f"{difference:.2f}", row["currency"]]))


if __name__ == "__main__":
    main()
