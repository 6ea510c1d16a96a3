"""Serves a real learning record store (Ralph) on a port of this machine, for the tests.

Its file storage refuses any write after the first, as it creates its file anew by default and has
no setting for that; here it appends. Nothing else of it is changed.
"""

import sys

import uvicorn
from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend

FSLRSBackend.default_operation_type = BaseOperationType.APPEND

uvicorn.run("ralph.api:app", host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
