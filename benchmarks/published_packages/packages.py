"""The packages: what each is here for, how its users import it, and small edits whose effect can be seen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """A small change of a source file, and an expression that tells whether it counts."""

    #: The file below the sdist's folder.
    file: str
    #: Replaced everywhere in the file.
    old: str
    new: str
    #: A Python expression, evaluated where the names of `Package.imports` are. ``message(call, error)`` gives what
    #: the error of that type says which ``call()`` raises.
    probe: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Package:
    """A package on PyPI, at the version that is tried."""

    name: str
    version: str
    #: What its layout has that others do not.
    layout: str
    #: The cell that imports it as its README does.
    imports: str
    #: A cell that makes things of it and keeps them.
    kept: str
    #: Expressions for something callable, a class and an object of the package.
    function: str
    class_: str
    instance: str
    rust: Edit
    python: Edit | None = None
    #: The folder of its tests in the sdist, and what they need beside pytest.
    tests: str | None = None
    needs: tuple[str, ...] = ()
    #: Files and folders of the sdist that the tests read.
    beside: tuple[str, ...] = ()
    #: Why there are no tests.
    no_tests: str = "none in the sdist"
    #: Test files and single tests (``FILE::NAME``) that do not look at the loaded module, or for which the machine has to be idle.
    without: tuple[str, ...] = ()


PACKAGES = [
    Package(
        "rpds-py",
        "2026.9.1",
        "pure; registers its classes with ABCs",
        imports="import rpds\nfrom rpds import HashTrieMap, HashTrieSet, List, Queue, Stack",
        kept=(
            "m = HashTrieMap({'foo': 'bar', 'baz': 'quux'})\n"
            "m2 = m.insert('spam', 37)\n"
            "keys, values, items = m.keys(), m.values(), m.items()\n"
            "stacks = {'first': Stack([1, 2]), 'nested': [{'second': Stack([])}]}\n"
            "queue = Queue([1, 2])"
        ),
        function="HashTrieMap.convert",
        class_="HashTrieSet",
        instance="List([1, 2])",
        rust=Edit(
            "src/lib.rs",
            '"peeked an empty queue"',
            '"looked into an empty queue"',
            "message(lambda: Queue([]).peek(), IndexError)",
            "peeked an empty queue",
            "looked into an empty queue",
        ),
        tests="tests",
    ),
    Package(
        "blake3",
        "1.0.11",
        "pure; class named like the module; C code",
        imports="from blake3 import blake3, __version__",
        kept=(
            "hash1 = blake3(b'foobarbaz').digest()\n"
            "hasher = blake3()\nhasher.update(b'foo')\n"
            "hashers = {b'foo': hasher, b'bar': hasher.copy()}\n"
            "update = hasher.update"
        ),
        function="blake3",
        class_="blake3",
        instance="blake3(b'foo')",
        rust=Edit(
            "src/lib.rs",
            "cannot use key and derive_key_context at the same time",
            "key or derive_key_context, but not both",
            "message(lambda: blake3(b'', key=bytes(32), derive_key_context='x'), ValueError)",
            "cannot use key and derive_key_context at the same time",
            "key or derive_key_context, but not both",
        ),
        tests="tests",
        needs=("numpy",),
    ),
    Package(
        "regress",
        "2026.9.1",
        "pure; its own exception",
        imports="import regress\nfrom regress import Match, Regex, RegressError",
        kept=(
            "regex = Regex('(a+)(b)?')\n"
            "match = regex.find('xaab')\n"
            "found = {'matches': regex.find_iter('ab aab'), 'by': regex}\n"
            "find = regex.find\n"
            "try:\n    Regex('(')\nexcept RegressError as error:\n    caught = [error]"
        ),
        function="Regex.find",
        class_="RegressError",
        instance="RegressError('kept')",
        rust=Edit(
            "src/lib.rs",
            "RegressError::new_err(e.to_string())",
            'RegressError::new_err(format!("edited: {e}"))',
            "message(lambda: Regex('('), RegressError)[:6]",
            "Unbala",
            "edited",
        ),
        tests="tests",
    ),
    Package(
        "fastuuid",
        "0.14.0",
        "pure; declarative module",
        imports=(
            "import fastuuid\n"
            "from fastuuid import UUID, uuid3, uuid4, uuid4_as_strings_bulk, uuid4_bulk, uuid7 as ordered"
        ),
        kept=(
            "one = uuid4()\n"
            "many = uuid4_bulk(3)\n"
            "by_hex = {one.hex: one}\n"
            "frozen = frozenset(many)\n"
            "class Id(UUID):\n    pass\n"
            "own = Id(int=1)"
        ),
        function="uuid4",
        class_="UUID",
        instance="uuid4()",
        rust=Edit(
            "src/lib.rs",
            '(\n                    "bytes is not a 16-char string",',
            '(\n                    "a state is 16 bytes",',
            "message(lambda: UUID(int=1).__setstate__(b'1'), ValueError)",
            "bytes is not a 16-char string",
            "a state is 16 bytes",
        ),
        tests="tests",
        needs=("hypothesis", "pytest-benchmark", "uuid7"),
        without=("test_benchmarks.py",),
    ),
    Package(
        "jellyfish",
        "1.3.0",
        "mixed, python-source, module-name; `import *` of native code",
        imports=(
            "import jellyfish\n"
            "from jellyfish import levenshtein_distance, match_rating_codex, soundex\n"
            "from jellyfish import _jellyfish\n"
            "from jellyfish._jellyfish import hamming_distance as slow_hamming"
        ),
        kept="codes = {'soundex': soundex('Jellyfish')}\nways = [levenshtein_distance, slow_hamming]",
        function="match_rating_codex",
        class_="type(jellyfish)",
        instance="slow_hamming",
        rust=Edit(
            "src/rustyfish.rs",
            'format!("{}", e)',
            'format!("edited: {}", e)',
            "message(lambda: match_rating_codex('a1'), ValueError)[:6]",
            "String",
            "edited",
        ),
        python=Edit(
            "python/jellyfish/_jellyfish.py",
            "expected str or unicode, got",
            "expected a str and not",
            "message(lambda: slow_hamming(1, 2), TypeError)",
            "expected str or unicode, got int",
            "expected a str and not int",
        ),
        no_tests="need data that the sdist lacks",
    ),
    Package(
        "rtoml",
        "0.14.0",
        "mixed, python-source, module-name; exceptions of `_rtoml` as attributes of the package",
        imports="import rtoml\nfrom rtoml import TomlParsingError, TomlSerializationError, dumps, load, loads",
        kept=(
            "document = loads('title = 1')\n"
            "readers = {'toml': loads, 'nested': {'dump': [dumps]}}\n"
            "errors = (TomlParsingError, TomlSerializationError)\n"
            "try:\n    loads('a = ')\nexcept TomlParsingError as error:\n    caught = error"
        ),
        function="loads",
        class_="TomlParsingError",
        instance="TomlParsingError('kept')",
        rust=Edit(
            "src/lib.rs",
            "let version = get_version();",
            'let version = get_version() + "+edited";',
            "rtoml.__version__",
            "0.14.0",
            "0.14.0+edited",
        ),
        python=Edit(
            "python/rtoml/__init__.py",
            "    s = dumps(obj, pretty=pretty, none_value=none_value)\n",
            "    s = dumps(obj, pretty=pretty, none_value=none_value)\n    if obj == {'edited': 1}:\n        return -1\n",
            "rtoml.dump({'edited': 1}, __import__('io').StringIO())",
            11,
            -1,
        ),
        tests="tests",
        beside=("example.py",),
        needs=("dirty-equals", "hypothesis", "tzdata"),
        without=("test_benchmarks.py",),
    ),
    Package(
        "jiter",
        "0.19.0",
        "pure, manifest-path into a workspace, declarative module of another name",
        imports="import jiter\nfrom jiter import LosslessFloat, __version__, cache_usage, from_json",
        kept=(
            'parsed = from_json(b\'{"name": "John", "age": 30}\')\n'
            "exact = from_json(b'[1.5, 0.1]', float_mode='lossless-float')\n"
            "version = __version__\n"
            "parsers = {'json': from_json}"
        ),
        function="from_json",
        class_="LosslessFloat",
        instance="LosslessFloat(b'1.5')",
        rust=Edit(
            "crates/jiter-python/src/lib.rs",
            'version.replace("-alpha", "a").replace("-beta", "b")',
            'version.replace("-alpha", "a").replace("-beta", "b") + "+edited"',
            "jiter.__version__ + ' ' + __version__",
            "0.19.0 0.19.0",
            "0.19.0+edited 0.19.0+edited",
        ),
        tests="crates/jiter-python/tests",
        beside=("crates/jiter/benches",),
        needs=("dirty-equals",),
    ),
    Package(
        "ormsgpack",
        "1.13.1",
        "mixed, python-source; classes and exceptions that the init makes at run time",
        imports=(
            "import ormsgpack\n"
            "from ormsgpack import OPT_NON_STR_KEYS, Ext, Fragment, MsgpackDecodeError, MsgpackEncodeError, packb, unpackb"
        ),
        kept=(
            "ext = Ext(5, b'x')\n"
            "packed = packb({'ext': ext, 1: 2}, option=OPT_NON_STR_KEYS)\n"
            "kinds = {Ext: 'extension', MsgpackEncodeError: 'error'}\n"
            "exts = [ext, (ext, {'again': ext})]"
        ),
        function="packb",
        class_="MsgpackEncodeError",
        instance="Ext(5, b'y')",
        rust=Edit(
            "src/lib.rs",
            '"Invalid opts"',
            '"these options do not exist"',
            "message(lambda: packb(1, option=1 << 60), MsgpackEncodeError)",
            "Invalid opts",
            "these options do not exist",
        ),
        python=Edit(
            "python/ormsgpack/__init__.py",
            "__all__ = (",
            "ORIGIN = 'edited'\n\n__all__ = (",
            "getattr(ormsgpack, 'ORIGIN', None)",
            None,
            "edited",
        ),
    ),
    Package(
        "cachebox",
        "6.2.10",
        "mixed, flat layout, module-name, declarative module, subclasses in Python",
        imports=(
            "import cachebox\n"
            "from cachebox import BaseCacheImpl, FIFOCache, Frozen, LRUCache, cached\n"
            "from cachebox.utils import make_hash_key\n"
            "import cachebox._core as core"
        ),
        kept=(
            "cache = FIFOCache(maxsize=128)\ncache['key'] = 'value'\n"
            "frozen = Frozen(LRUCache(10, {1: 1}))\n"
            "@cached(FIFOCache(maxsize=128))\ndef factorial(n):\n    return n * factorial(n - 1) if n else 1\n"
            "factorial(5)\n"
            "caches = {'views': [cache.keys(), cache.items()]}\n"
            "class Mine(LRUCache):\n    pass\n"
            "mine_too = Mine(3)"
        ),
        function="make_hash_key",
        class_="LRUCache",
        instance="LRUCache(10)",
        rust=Edit(
            "src/pyclasses/lrucache.rs",
            '"{}[maxsize={}]({})",',
            '"{}[at most {}]({})",',
            "repr(LRUCache(3))",
            "cachebox._core.LRUCache[maxsize=3]({})",
            "cachebox._core.LRUCache[at most 3]({})",
        ),
        python=Edit(
            "cachebox/utils.py",
            "cannot wrap an already-frozen cache",
            "frozen already",
            "message(lambda: Frozen(Frozen(LRUCache(3))), TypeError)",
            "cannot wrap an already-frozen cache",
            "frozen already",
        ),
        tests="tests",
        needs=("hypothesis", "pytest-asyncio"),
        without=("test_policy_model.py",),
    ),
    Package(
        "pycrdt",
        "0.14.13",
        "mixed, python-source, module-name; many modules; asks for its own version; `extend_path`",
        imports=(
            "import pycrdt\n"
            "from pycrdt import Array, Doc, Map, Snapshot, Text, TransactionEvent, YMessageType, __version__\n"
            "from pycrdt import create_update_message\n"
            "from pycrdt._sync import Decoder"
        ),
        kept=(
            "doc = Doc()\ndoc['text'] = text = Text('Hello')\ndoc['array'] = array = Array([1, 2])\n"
            "events = []\nsubscription = text.observe(events.append)\ntext += ' world'\n"
            "snapshots = {'now': Snapshot.from_doc(doc)}\n"
            "kind = YMessageType.SYNC"
        ),
        function="create_update_message",
        class_="Doc",
        instance="Doc()",
        rust=Edit(
            "src/snapshot.rs",
            "Failed to decode snapshot: ",
            "this is no snapshot: ",
            "message(lambda: Snapshot.decode(b''), ValueError).partition(':')[0]",
            "Failed to decode snapshot",
            "this is no snapshot",
        ),
        python=Edit(
            "python/pycrdt/_sync.py",
            "    return create_message(data, YSyncMessageType.SYNC_UPDATE)\n",
            "    return b'edited' if data == b'edit' else create_message(data, YSyncMessageType.SYNC_UPDATE)\n",
            "create_update_message(b'edit')",
            b"\x00\x02\x04edit",
            b"edited",
        ),
        tests="tests",
        needs=("trio", "pydantic", "anyio"),
    ),
    Package(
        "python-calamine",
        "0.9.1",
        "mixed, python-source, module-name; a hierarchy of exceptions of another module's name",
        imports=(
            "import python_calamine\n"
            "from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, WorkbookClosed"
        ),
        kept=(
            "workbook = CalamineWorkbook.from_path(FOLDER + '/tests/data/base.xlsx')\n"
            "sheets = {name: workbook.get_sheet_by_name(name) for name in workbook.sheet_names}\n"
            "meta = workbook.sheets_metadata\n"
            "worksheet = SheetTypeEnum.WorkSheet\n"
            "closed = CalamineWorkbook.from_path(FOLDER + '/tests/data/base.xlsx')\nclosed.close()"
        ),
        function="python_calamine.load_workbook",
        class_="CalamineError",
        instance="WorkbookClosed('kept')",
        rust=Edit(
            "src/types/errors.rs",
            'WorkbookClosed::new_err("".to_string())',
            'WorkbookClosed::new_err("edited".to_string())',
            (
                "message(lambda: [book := CalamineWorkbook.from_path(FOLDER + '/tests/data/base.xlsx'), "
                "book.close(), book.get_sheet_by_index(0)], CalamineError)"
            ),
            "",
            "edited",
        ),
        python=Edit(
            "python/python_calamine/__init__.py",
            "__all__ = (",
            "EDITED = True\n\n__all__ = (",
            "getattr(python_calamine, 'EDITED', False)",
            False,
            True,
        ),
        tests="tests",
    ),
    Package(
        "pyxirr",
        "0.10.8",
        "mixed, python-source, module-name; a submodule that the init puts into `sys.modules`; numpy",
        imports=(
            "import pyxirr\n"
            "from pyxirr import DayCount, InvalidPaymentsError, xirr, year_fraction\n"
            "from pyxirr import pe\n"
            "import pyxirr.pe as equity\n"
            "from pyxirr.pe import dpi, moic"
        ),
        kept=(
            "day_count = DayCount.ACT_360\n"
            "rates = {'xirr': xirr, 'pe': [dpi]}\n"
            "conventions = [DayCount.NL_365, (DayCount.ACT_364,)]"
        ),
        function="dpi",
        class_="DayCount",
        instance="DayCount.ACT_365F",
        rust=Edit(
            "src/core/models.rs",
            "negative and positive payments are required",
            "payments of both signs are required",
            "message(lambda: xirr(['2020-01-01', '2021-01-01'], [1, 2]), InvalidPaymentsError)",
            "negative and positive payments are required",
            "payments of both signs are required",
        ),
        python=Edit(
            "python/pyxirr/__init__.py",
            "__all__ = _pyxirr.__all__",
            "__all__ = _pyxirr.__all__\nEDITED = True",
            "getattr(pyxirr, 'EDITED', False)",
            False,
            True,
        ),
        needs=("numpy",),
    ),
    Package(
        "uuid-utils",
        "1.2.0",
        "mixed, python-source, module-name, abi3; a submodule that only users import; `register_at_fork`",
        imports=(
            "import uuid_utils\nimport uuid_utils.compat as compat\n"
            "from uuid_utils import NAMESPACE_DNS, NIL, UUID, __version__, uuid4, uuid5\n"
            "from uuid_utils.compat import uuid7"
        ),
        kept=(
            "one = uuid4()\n"
            "by_name = {'nil': NIL, 'dns': NAMESPACE_DNS, 'list': [one]}\n"
            "standard = uuid7()\n"
            "makers = [uuid4, uuid7, compat.uuid1]"
        ),
        function="uuid5",
        class_="UUID",
        instance="uuid4()",
        rust=Edit(
            "src/lib.rs",
            "one of the hex, bytes, bytes_le, fields, or int arguments must be given",
            "say what the UUID is made of",
            "message(lambda: UUID(), TypeError)",
            "one of the hex, bytes, bytes_le, fields, or int arguments must be given",
            "say what the UUID is made of",
        ),
        python=Edit(
            "python/uuid_utils/compat/__init__.py",
            "    return _from_int(_uuid7_int(nanoseconds=nanoseconds))",
            "    return _from_int(7 if nanoseconds == 7 else _uuid7_int(nanoseconds=nanoseconds))",
            "[f(nanoseconds=7).int == 7 for f in (uuid7, compat.uuid7, uuid_utils.compat.uuid7)]",
            [False, False, False],
            [True, True, True],
        ),
        tests="tests",
        needs=("pytest-benchmark",),
        without=("test_benchmarks.py",),
    ),
    Package(
        "watchfiles",
        "1.3.0",
        "mixed, flat layout, module-name, abi3; Python classes, an enum, default arguments",
        imports=(
            "import watchfiles\n"
            "from watchfiles import Change, DefaultFilter, VERSION, awatch, watch\n"
            "from watchfiles.main import RustNotify\n"
            "from watchfiles._rust_notify import WatchfilesRustInternalError\n"
            "from watchfiles.filters import PythonFilter"
        ),
        kept=(
            "change = Change.added\n"
            "class Mine(DefaultFilter):\n    ignore_dirs = ('mine',)\n"
            "mine_too = Mine()\n"
            "filters = {'python': PythonFilter(), 'nested': [Mine]}\n"
            "watcher = RustNotify([FOLDER], False, True, 50, False, True)\n"
            "pending = watch(FOLDER)"
        ),
        function="watch",
        class_="DefaultFilter",
        instance="PythonFilter()",
        rust=Edit(
            "src/lib.rs",
            'version = version.replace("-alpha", "a").replace("-beta", "b");',
            'version = version.replace("-alpha", "a").replace("-beta", "b") + "+edited";',
            "[VERSION, watchfiles.VERSION, watchfiles.__version__, watchfiles.version.VERSION]",
            ["1.3.0"] * 4,
            ["1.3.0+edited"] * 4,
        ),
        python=Edit(
            "watchfiles/filters.py",
            "return f'{self.__class__.__name__}({args})'",
            "return f'edited {self.__class__.__name__}({args})'",
            "[repr(one).partition('(')[0] for one in (DefaultFilter(), PythonFilter())]",
            ["DefaultFilter", "PythonFilter"],
            ["edited DefaultFilter", "edited PythonFilter"],
        ),
        tests="tests",
        needs=("dirty-equals", "pytest-mock", "pytest-timeout", "anyio", "trio"),
        # The last one looks at every file of the machine, and fails when one is removed meanwhile.
        without=("test_docs.py", "test_cli.py", "test_rust_notify.py::test_ignore_permission_denied"),
    ),
    Package(
        "zxcvbn-rs-py",
        "0.3.0",
        "mixed, flat layout; enums, classes inside classes",
        imports="import zxcvbn_rs_py\nfrom zxcvbn_rs_py import Entropy, Feedback, Suggestion, Warning, zxcvbn",
        kept=(
            "entropy = zxcvbn('password')\n"
            "feedback = entropy.feedback\n"
            "warnings_seen = [entropy.feedback.warning]\n"
            "suggestion = Suggestion.AvoidSequences\n"
            "score = type(entropy.score)"
        ),
        function="zxcvbn",
        class_="Suggestion",
        instance="Warning.AWordByItselfIsEasyToGuess",
        rust=Edit(
            "src/lib.rs",
            '"Avoid sequences."',
            '"No sequences, please."',
            "str(Suggestion.AvoidSequences)",
            "Avoid sequences.",
            "No sequences, please.",
        ),
        python=Edit(
            "zxcvbn_rs_py/__init__.py",
            "__all__ = [",
            "def strong(password):\n    return int(zxcvbn(password).score) > 2\n\n\n__all__ = [",
            "hasattr(zxcvbn_rs_py, 'strong')",
            False,
            True,
        ),
        tests="tests",
    ),
    Package(
        "y-py",
        "0.6.2",
        "pure; PyO3 of 2023; exceptions that no module shows",
        imports="import y_py as Y\nfrom y_py import YArray, YDoc, YMap, YText",
        kept=(
            "d1 = Y.YDoc()\ntext = d1.get_text('test')\n"
            "with d1.begin_transaction() as txn:\n    text.extend(txn, 'hello world!')\n"
            "parts = {'array': YArray([1, 2]), 'map': [YMap({'a': 1})]}\n"
            "events = []\nsubscription = text.observe(events.append)"
        ),
        function="Y.encode_state_vector",
        class_="YText",
        instance="YText('kept')",
        rust=Edit(
            "src/shared_types.rs",
            "Cannot observe a preliminary type. Must be added to a YDoc first",
            "Put it into a YDoc first",
            "message(lambda: YText('x').observe(print), Exception)",
            "Cannot observe a preliminary type. Must be added to a YDoc first",
            "Put it into a YDoc first",
        ),
        tests="tests",
    ),
]
