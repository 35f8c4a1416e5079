"""Choosing a pill: a second tap on a chosen one does nothing, so no tap is ever repeated."""

from playwright.sync_api import expect

from tests.walking import settle


def choose(told, key, number):
    """Choose one of several pills, and wait for what follows."""
    pill = told.walk.part(key).locator("button").nth(number)
    pill.click()
    expect(pill).to_be_checked()
    settle(told.page)
