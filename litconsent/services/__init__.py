"""One use case a file; the only place that authorises and opens a transaction."""
