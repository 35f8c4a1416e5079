"""Ask a time-stamp authority over HTTP [RFC 3161]; what it says is bounded in time and in size."""

import asyncio
from enum import StrEnum

import httpx
from asn1crypto import tsp
from pyhanko.sign.timestamps import TimeStamper

from litconsent.domain.errors import LitConsentError

SECONDS = 20
_LARGEST_ANSWER = 64_000
_TYPE = "application/timestamp-reply"


class NotStamped(StrEnum):
    """Why there is no stamp yet."""

    UNREACHABLE = "the authority cannot be reached"
    SLOW = "the authority did not answer in time"
    WRONG_ANSWER = "the answer is no time stamp for this record"
    UNTRUSTED = "the stamp is not of an authority in the CA file"
    OTHER_TIME = "the stamp states another time than the clinic's clock"
    NO_PROOF = "it cannot be found out whether the authority's certificate was revoked"
    NO_ROOM = "the stamp is larger than the place that the seal left for it"


class StampFailed(LitConsentError):
    """A record could not be stamped now; it stays as it is."""

    def __init__(self, why: NotStamped) -> None:
        super().__init__(why.value)
        self.why = why


class AuthorityOverHttp(TimeStamper):
    """A time-stamp authority at an address."""

    def __init__(self, url: str, seconds: float = SECONDS) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._url, self._seconds = url, seconds

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Return the answer to a request.

        :raises StampFailed: if there is none, or one that cannot be a time stamp.
        """
        try:
            async with asyncio.timeout(self._seconds):
                return tsp.TimeStampResp.load(await self._answer(req.dump()), strict=True)
        except TimeoutError as error:
            raise StampFailed(NotStamped.SLOW) from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise StampFailed(NotStamped.UNREACHABLE) from error
        except ValueError as error:
            raise StampFailed(NotStamped.WRONG_ANSWER) from error

    async def _answer(self, request: bytes) -> bytes:
        headers = {"content-type": "application/timestamp-query", "accept": _TYPE}
        body = bytearray()
        # The limit of the whole is above: httpx's own starts anew with every byte that arrives.
        async with (
            httpx.AsyncClient(timeout=self._seconds) as client,
            client.stream("POST", self._url, content=request, headers=headers) as response,
        ):
            if response.status_code != httpx.codes.OK:
                raise StampFailed(NotStamped.UNREACHABLE)
            if response.headers.get("content-type", "").partition(";")[0].strip() != _TYPE:
                raise StampFailed(NotStamped.WRONG_ANSWER)
            async for piece in response.aiter_bytes():
                body += piece
                if len(body) > _LARGEST_ANSWER:
                    raise StampFailed(NotStamped.WRONG_ANSWER)
        return bytes(body)
