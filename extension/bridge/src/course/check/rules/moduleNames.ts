import type { Course } from '../../exercises/course.js';
import type { Python } from '../python.js';
import type { Problem } from '../report.js';

/** Packages that many people have installed. A module of the same name would hide one, or be hidden by it. */
const POPULAR = new Set(
  `aiohttp altair anyio attr bokeh boto3 bs4 celery click cryptography cython dask datasets django docker duckdb
  faker fastapi flask fsspec gensim gevent geopandas google greenlet h5py httpx hypothesis imageio ipywidgets
  jax jinja2 joblib jose jsonschema jwt keras kafka langchain lightgbm lxml markdown marshmallow matplotlib maturin
  mpmath msgpack mypy networkx nltk numba numpy openai openpyxl orjson pandas paramiko parso passlib patsy peewee
  pendulum pil pip plotly polars primes psutil psycopg2 pyarrow pydantic pygments pymongo pyo3 pytest pytz redis
  regex requests rich rpds scipy scrapy seaborn selenium setuptools shapely simplejson six sklearn soupsieve spacy
  sqlalchemy starlette statsmodels sympy tabulate tensorflow threadpoolctl tiktoken tokenizers toml tomlkit torch
  tornado tqdm traitlets transformers typer ujson urllib3 uvicorn watchdog wordcloud xarray xgboost yaml yarl zmq`
    .split(/\s+/)
    .map(name => name.trim())
);

/** Reports modules whose name is taken: by another exercise, the standard library or a package. */
export function checkModuleNames(course: Course, python: Python): Problem[] {
  const problems: Problem[] = [];
  const owners = new Map<string, string>();
  for (const { id, manifest } of course.exercises) {
    const name = manifest.module?.replace(/\.py$/, '');
    if (name === undefined) continue;
    const report = (what: string): void =>
      void problems.push({ where: id, text: `the module's name ${name} ${what}.` });
    const owner = owners.get(name);
    if (owner !== undefined) report(`is also that of ${owner}`);
    owners.set(name, id);
    if (!/^[a-z_][a-z0-9_]*$/.test(name)) report('is not in snake_case');
    if (python.standard.has(name)) report('is one of the standard library');
    else if (POPULAR.has(name.toLowerCase())) report('is that of a package many people use');
    else if (python.installed.has(name)) report('is that of an installed package');
  }
  return problems;
}
