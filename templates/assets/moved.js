// A page that was here is elsewhere: what the reader wanted to see of it is there, too.
if (location.hash) location.replace(document.querySelector("main a").href + location.hash);
