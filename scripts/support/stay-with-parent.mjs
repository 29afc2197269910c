// Loaded into the web server before Next. When the launcher is gone, and be it by kill -9, its end of the channel closes: a web
// server left alone would keep the port and serve a database that isn't there.
if (process.channel) {
  process.on("disconnect", () => process.exit(1));
  process.channel.unref();
}
