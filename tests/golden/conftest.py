"""`python -m pytest tests/golden --renew` draws the expected pictures anew; look at them after."""


def pytest_addoption(parser):
    parser.addoption("--renew", action="store_true", help="draw the expected pictures anew")
