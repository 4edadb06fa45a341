"""libcurl, without pycurl's half for asyncio: that brings `inspect`, a tenth of a refresh without news."""

from reader.imports import without

with without("pycurl.async_multi", AsyncCurlMulti=None):
    import pycurl as pycurl
