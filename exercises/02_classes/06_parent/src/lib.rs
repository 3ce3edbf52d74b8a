//! Bank accounts, and accounts that remember.

use pyo3::prelude::*;

/// Bank accounts. All amounts are in cents.
#[pymodule]
mod remembered_accounts {
    use super::*;
    use pyo3::exceptions::{PyOverflowError, PyValueError};

    /// An account that can't be overdrawn. This one is finished.
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
        // Your turn: where do the old balances go?
    }

    #[pymethods]
    impl AccountWithHistory {
        #[new]
        #[pyo3(signature = (balance = 0))]
        fn new(balance: i64) -> PyResult<PyClassInitializer<Self>> {
            let account = Account::new(balance)?;
            Ok(PyClassInitializer::from(account).add_subclass(AccountWithHistory {}))
        }

        // Your turn: every change that succeeds stores the balance from before it,
        // and `history` shows the old balances.
    }
}
