"""Streamlit's options, locked in code: no file in somebody's home directory can open them again."""

from types import MappingProxyType

from streamlit import config

from litconsent.ui.web.tablet import IDENTITY, IDENTITY_HEADER

LOCKED = MappingProxyType(
    {
        "browser.gatherUsageStats": False,
        "client.allowedOrigins": [],
        "client.disableDataExport": True,
        "client.showErrorDetails": "none",
        "client.showErrorLinks": False,
        "client.showSidebarNavigation": False,
        "client.toolbarMode": "minimal",
        "global.developmentMode": False,
        "runner.magicEnabled": False,
        "runner.postScriptGC": False,  # a full collection after each run costs 45-85 ms of CPU
        "server.corsAllowedOrigins": [],
        "server.disconnectedSessionTTL": 60,
        "server.enableAgentApi": False,
        "server.enableCORS": True,
        "server.enableStaticServing": False,
        "server.enableXsrfProtection": True,
        "server.fileWatcherType": "none",
        "server.headless": True,
        "server.maxMessageSize": 2,
        "server.maxUploadSize": 1,
        "server.maxWidgetStateSize": 2,
        "server.scriptHealthCheckEnabled": False,
        "server.trustedUserHeaders": {IDENTITY_HEADER: IDENTITY},
    }
)


def lock_options() -> None:
    """Set the locked options now and again whenever Streamlit reads its files anew."""
    _set()
    config.on_config_parsed(_set, force_connect=True)


def _set() -> None:
    for option, value in LOCKED.items():
        config.set_option(option, value, "LIT Consent")
