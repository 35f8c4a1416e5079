"""One file out of a form, kept in memory only and never larger than it may be."""

from collections.abc import AsyncIterator

from anyio import fail_after
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request

AROUND = 4_000  # bytes of a form around its file
PATIENCE = 60.0  # seconds for all of it


class TooLarge(Exception):
    """A form with a larger file than it may hold."""


class NoFile(Exception):
    """A form that is none of ours, or that came too slowly."""


class _InMemory(MultiPartParser):
    spool_max_size = 0  # never onto the disk


async def read_upload(request: Request, limit: int) -> bytes:
    """Return the bytes of the one file of a form.

    :raises TooLarge: if it has more bytes; the server throws away what still comes.
    :raises NoFile: if there is none, or it does not come in time.
    """
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise NoFile
    try:
        with fail_after(PATIENCE):
            return await _file(request, _up_to(limit + AROUND, request.stream()), limit)
    except (MultiPartException, ClientDisconnect, TimeoutError) as error:
        raise NoFile from error


async def _file(request: Request, chunks: AsyncIterator[bytes], limit: int) -> bytes:
    parser = _InMemory(request.headers, chunks, max_files=1, max_fields=0)  # type: ignore[arg-type]
    form = await parser.parse()
    try:
        found = next(iter(form.values()), None)
        if not isinstance(found, UploadFile):
            raise NoFile
        content = await found.read()
    finally:
        await form.close()
    if len(content) > limit:
        raise TooLarge
    return content


async def _up_to(most: int, chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    heard = 0
    async for chunk in chunks:
        heard += len(chunk)
        if heard > most:
            raise TooLarge
        yield chunk
