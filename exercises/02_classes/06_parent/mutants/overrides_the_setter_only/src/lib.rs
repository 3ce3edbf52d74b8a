//! Bank accounts, and accounts that remember.

use pyo3::prelude::*;

/// Bank accounts. All amounts are in cents.
#[pymodule]
mod remembered_accounts {
    use super::*;
    use pyo3::exceptions::{PyOverflowError, PyValueError};

    /// An account that can't be overdrawn.
    #[pyclass(subclass)]
    struct Account {
        balance: i64,
    }

    #[pymethods]
    impl Account {
        #[new]
        #[pyo3(signature = (balance = 0))]
        fn new(balance: i64) -> PyResult<Self> {
            let mut account = Account { balance: 0 };
            account.set_balance(balance)?;
            Ok(account)
        }

        #[getter]
        fn balance(&self) -> i64 {
            self.balance
        }

        #[setter]
        fn set_balance(&mut self, balance: i64) -> PyResult<()> {
            if balance < 0 {
                return Err(PyValueError::new_err(format!(
                    "the balance can't be negative, but {balance} is"
                )));
            }
            self.balance = balance;
            Ok(())
        }

        /// Pay in an amount.
        fn deposit(&mut self, amount: i64) -> PyResult<()> {
            if amount <= 0 {
                return Err(PyValueError::new_err(format!("can't pay in {amount}")));
            }
            self.balance = self.balance.checked_add(amount).ok_or_else(|| {
                PyOverflowError::new_err(format!("there's no room for {amount} more"))
            })?;
            Ok(())
        }

        /// Take out an amount, if there's that much.
        fn withdraw(&mut self, amount: i64) -> PyResult<()> {
            if amount <= 0 || amount > self.balance {
                return Err(PyValueError::new_err(format!(
                    "can't take out {amount} of {}",
                    self.balance
                )));
            }
            self.balance -= amount;
            Ok(())
        }
    }

    /// An account that remembers every balance it had before.
    #[pyclass(extends = Account)]
    struct AccountWithHistory {
        history: Vec<i64>,
    }

    impl AccountWithHistory {
        /// Let `change` change the account. If it does, store the balance from before.
        fn remember(
            mut slf: PyRefMut<'_, Self>,
            change: impl FnOnce(&mut Account) -> PyResult<()>,
        ) -> PyResult<()> {
            let account = slf.as_super();
            let before = account.balance;
            change(account)?;
            slf.history.push(before);
            Ok(())
        }
    }

    #[pymethods]
    impl AccountWithHistory {
        #[new]
        #[pyo3(signature = (balance = 0))]
        fn new(balance: i64) -> PyResult<PyClassInitializer<Self>> {
            let history = Vec::new();
            let account = Account::new(balance)?;
            Ok(PyClassInitializer::from(account).add_subclass(AccountWithHistory { history }))
        }

        /// Pay in an amount.
        fn deposit(slf: PyRefMut<'_, Self>, amount: i64) -> PyResult<()> {
            Self::remember(slf, |account| account.deposit(amount))
        }

        /// Take out an amount, if there's that much.
        fn withdraw(slf: PyRefMut<'_, Self>, amount: i64) -> PyResult<()> {
            Self::remember(slf, |account| account.withdraw(amount))
        }

        #[setter]
        fn set_balance(slf: PyRefMut<'_, Self>, balance: i64) -> PyResult<()> {
            Self::remember(slf, |account| account.set_balance(balance))
        }

        /// The old balances, the oldest first: a new list each time.
        #[getter]
        fn history(&self) -> Vec<i64> {
            self.history.clone()
        }
    }
}
