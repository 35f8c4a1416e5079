"""What stands between the network and the pages: headers, gate, routes, fonts, theme."""
