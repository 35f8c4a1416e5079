"""What is drawn on the tablet, and the routes that serve it."""
