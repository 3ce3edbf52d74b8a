//! A map of a website: all pages that can be reached from one of them.

use std::collections::HashSet;
use std::io::Read;
use std::sync::{Mutex, mpsc};
use std::thread;
use std::time::Duration;

use pyo3::exceptions::{PyConnectionError, PyTimeoutError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PySet;
use scraper::{Html, Selector};
use ureq::Agent;
use url::Url;

/// So much of a page is read (bytes).
const MOST: u64 = 1024 * 1024;

#[pymodule]
mod site_mapper {
    use super::*;

    /// Add the URLs of all pages that can be reached from `start` on the same host to the set `found`.
    ///
    /// At most `threads` requests are under way at a time, and each gets `timeout` seconds.
    ///
    /// Raises OSError when `start` cannot be fetched, and ValueError when it is no URL.
    /// Other Python threads run meanwhile.
    #[pyfunction]
    #[pyo3(signature = (start, found, threads=8, timeout=10.0))]
    fn site_map(
        py: Python<'_>,
        start: &str,
        found: Py<PySet>,
        threads: usize,
        timeout: f64,
    ) -> PyResult<()> {
        let start = Url::parse(start)
            .map_err(|error| PyValueError::new_err(format!("{start:?} is no URL: {error}")))?;
        if threads == 0 {
            return Err(PyValueError::new_err("threads must be 1 or more"));
        }
        let timeout = Duration::try_from_secs_f64(timeout)
            .map_err(|error| PyValueError::new_err(format!("timeout: {error}")))?;

        py.detach(|| {
            crawl(without_extras(start), threads, timeout, |page| {
                // The only moments of the crawl that need the GIL. Ctrl-C is noticed here, too.
                Python::attach(|py| {
                    py.check_signals()?;
                    found.bind(py).add(page.as_str())
                })
            })
        })
    }
}

/// What a URL turned out to be.
#[derive(Default)]
struct Answer {
    is_page: bool,
    /// The URLs to which it leads.
    links: Vec<Url>,
}

/// Fetch `start` and all that it leads to, and call `on_page` for each page. Knows nothing of Python's set.
fn crawl(
    start: Url,
    threads: usize,
    _timeout: Duration,
    mut on_page: impl FnMut(&Url) -> PyResult<()>,
) -> PyResult<()> {
    let agent: Agent = Agent::config_builder()
        // Where a redirect leads may be another host, or a page that we have.
        .max_redirects(0)
        .http_status_as_error(false)
        .proxy(None)
        .build()
        .into();
    let (jobs, waiting_jobs) = mpsc::channel::<Url>();
    let waiting_jobs = &Mutex::new(waiting_jobs);
    let (answers, waiting_answers) = mpsc::channel::<(Url, Result<Answer, ureq::Error>)>();

    thread::scope(|scope| {
        // Moved in here, so that they are dropped when this closure returns: then the workers end.
        let (jobs, waiting_answers) = (jobs, waiting_answers);
        for _ in 0..threads {
            let (agent, answers) = (agent.clone(), answers.clone());
            scope.spawn(move || {
                while let Some(url) = next_job(waiting_jobs) {
                    let answer = fetch(&agent, &url);
                    if answers.send((url, answer)).is_err() {
                        return;
                    }
                }
            });
        }
        drop(answers);

        // Only this thread decides what is fetched, so the visited set needs no lock.
        let mut visited = HashSet::from([start.clone()]);
        let mut under_way = 1;
        let origin = start.origin();
        let send = |url| jobs.send(url).expect("the receiver outlives the workers");
        send(start.clone());
        while under_way > 0 {
            let (url, answer) = waiting_answers.recv().expect("a worker has our job");
            under_way -= 1;
            let answer = match answer {
                Ok(answer) => answer,
                Err(error) if url == start => return Err(unreachable(&start, error)),
                // A page that cannot be had is left out.
                Err(_) => continue,
            };
            if answer.is_page {
                on_page(&url)?;
            }
            for link in answer.links {
                if link.origin() == origin && visited.insert(link.clone()) {
                    under_way += 1;
                    send(link);
                }
            }
        }
        Ok(())
    })
}

/// Wait for the next job. Return None when there will be no more.
///
/// A function of its own, so that the Mutex is free again before the job is done.
fn next_job(jobs: &Mutex<mpsc::Receiver<Url>>) -> Option<Url> {
    jobs.lock().ok()?.recv().ok()
}

/// Fetch a URL, and find out what it is and where it leads.
fn fetch(agent: &Agent, url: &Url) -> Result<Answer, ureq::Error> {
    let response = agent.get(url.as_str()).call()?;
    if response.status().is_redirection() {
        let target = response.headers().get("location");
        let target = target.and_then(|target| join(url, target.to_str().ok()?));
        return Ok(Answer {
            is_page: false,
            links: target.into_iter().collect(),
        });
    }
    if !response.status().is_success() || response.body().mime_type() != Some("text/html") {
        return Ok(Answer::default());
    }
    let mut html = Vec::new();
    let body = response.into_body().into_reader();
    body.take(MOST).read_to_end(&mut html)?;
    Ok(Answer {
        is_page: true,
        links: links(url, &String::from_utf8_lossy(&html)),
    })
}

/// Return the URLs of a page's links.
fn links(page: &Url, html: &str) -> Vec<Url> {
    let anchors = Selector::parse("a[href]").expect("it is a selector");
    Html::parse_document(html)
        .select(&anchors)
        .filter_map(|anchor| join(page, anchor.attr("href")?))
        .collect()
}

/// Return where a link in `page` leads, None when that is no URL.
fn join(page: &Url, link: &str) -> Option<Url> {
    page.join(link).ok().map(without_extras)
}

/// Return the URL without query and fragment.
fn without_extras(mut url: Url) -> Url {
    url.set_query(None);
    url.set_fragment(None);
    url
}

/// Make the exception for a start that cannot be fetched. Both kinds are an OSError.
fn unreachable(start: &Url, error: ureq::Error) -> PyErr {
    let message = format!("{start} cannot be fetched: {error}");
    match error {
        ureq::Error::Timeout(_) => PyTimeoutError::new_err(message),
        _ => PyConnectionError::new_err(message),
    }
}
