//! A wallet with an overdraft limit: once with plain attributes, once with guarded ones.

use pyo3::prelude::*;

/// Wallets, and a roll of tickets.
#[pymodule]
mod wallet_example {
    use super::*;
    use pyo3::exceptions::PyValueError;
    use std::sync::atomic::{AtomicU32, Ordering};

    /// A wallet that checks its balance once, when it's made.
    #[pyclass]
    struct LeakyWallet {
        #[pyo3(get, set)]
        balance: i64,
        #[pyo3(get)]
        overdraft: i64,
    }

    #[pymethods]
    impl LeakyWallet {
        #[new]
        fn new(balance: i64, overdraft: i64) -> PyResult<Self> {
            if balance.saturating_add(overdraft) < 0 {
                return Err(PyValueError::new_err("that's more debt than we allow"));
            }
            Ok(LeakyWallet { balance, overdraft })
        }
    }

    /// A wallet that checks its balance each time somebody changes it.
    #[pyclass]
    struct Wallet {
        balance: i64,
        overdraft: i64,
    }

    /// Return an error if the debt is larger than the overdraft limit.
    fn check(balance: i64, overdraft: i64) -> PyResult<()> {
        if balance.saturating_add(overdraft) < 0 {
            return Err(PyValueError::new_err(format!(
                "a balance of {balance} breaks the limit of {overdraft}"
            )));
        }
        Ok(())
    }

    #[pymethods]
    impl Wallet {
        #[new]
        fn new(balance: i64, overdraft: i64) -> PyResult<Self> {
            check(balance, overdraft)?;
            Ok(Wallet { balance, overdraft })
        }

        /// What's in the wallet, in cents. Negative if you owe money.
        #[getter]
        fn balance(&self) -> i64 {
            self.balance
        }

        #[setter]
        fn set_balance(&mut self, cents: i64) -> PyResult<()> {
            check(cents, self.overdraft)?;
            self.balance = cents;
            Ok(())
        }

        /// How far below zero the balance may go, in cents.
        #[getter]
        fn overdraft(&self) -> i64 {
            self.overdraft
        }

        #[setter]
        fn set_overdraft(&mut self, cents: i64) -> PyResult<()> {
            check(self.balance, cents)?;
            self.overdraft = cents;
            Ok(())
        }

        /// How much you could still spend, in cents.
        #[getter]
        fn spendable(&self) -> i64 {
            self.balance.saturating_add(self.overdraft)
        }
    }

    /// A roll of numbered tickets. Reading `ticket` tears one off.
    #[pyclass]
    struct TicketRoll {
        torn_off: u32,
    }

    #[pymethods]
    impl TicketRoll {
        #[new]
        fn new() -> Self {
            TicketRoll { torn_off: 0 }
        }

        /// The next ticket.
        #[getter]
        fn ticket(&mut self) -> u32 {
            self.torn_off += 1;
            self.torn_off
        }

        /// Call a Python function while this method borrows the roll.
        fn announce(&self, speaker: Bound<'_, PyAny>) -> PyResult<()> {
            speaker.call0()?;
            Ok(())
        }
    }

    /// The same roll. Its getter gets by with `&self`.
    #[pyclass]
    struct AtomicRoll {
        torn_off: AtomicU32,
    }

    #[pymethods]
    impl AtomicRoll {
        #[new]
        fn new() -> Self {
            AtomicRoll {
                torn_off: AtomicU32::new(0),
            }
        }

        /// The next ticket.
        #[getter]
        fn ticket(&self) -> u32 {
            self.torn_off.fetch_add(1, Ordering::Relaxed) + 1
        }

        /// Call a Python function while this method borrows the roll.
        fn announce(&self, speaker: Bound<'_, PyAny>) -> PyResult<()> {
            speaker.call0()?;
            Ok(())
        }
    }
}
