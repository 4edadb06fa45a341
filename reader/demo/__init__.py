"""The sample reel and its loopback server."""
