//! What grows in a garden, as a family of classes.

use pyo3::prelude::*;

/// Plants, trees, fruit trees, and a few things that extend what's built in.
#[pymodule]
mod garden_example {
    use super::*;
    use pyo3::exceptions::PyValueError;
    use pyo3::types::{PyDict, PyTuple};

    /// A stone. Nothing grows from it.
    #[pyclass]
    struct Stone {}

    #[pymethods]
    impl Stone {
        #[new]
        fn new() -> Self {
            Stone {}
        }
    }

    /// Whatever grows, and how high it is, in centimetres.
    #[pyclass(subclass)]
    struct Plant {
        #[pyo3(get, set)]
        height: u32,
    }

    #[pymethods]
    impl Plant {
        #[new]
        fn new(height: u32) -> Self {
            Plant { height }
        }

        /// Grow by some centimetres.
        fn grow(&mut self, centimetres: u32) {
            self.height = self.height.saturating_add(centimetres);
        }
    }

    /// A plant with a trunk.
    #[pyclass(extends = Plant, subclass)]
    struct Tree {
        #[pyo3(get)]
        rings: u32,
    }

    #[pymethods]
    impl Tree {
        #[new]
        fn new(height: u32, rings: u32) -> PyClassInitializer<Self> {
            PyClassInitializer::from(Plant::new(height)).add_subclass(Tree { rings })
        }
    }

    /// A tree that bears something to eat.
    #[pyclass(extends = Tree, subclass)]
    struct FruitTree {
        #[pyo3(get)]
        fruit: String,
    }

    #[pymethods]
    impl FruitTree {
        #[new]
        fn new(height: u32, rings: u32, fruit: String) -> PyClassInitializer<Self> {
            PyClassInitializer::from(Plant::new(height))
                .add_subclass(Tree { rings })
                .add_subclass(FruitTree { fruit })
        }
    }

    /// A dict that knows which garden it is about.
    #[pyclass(extends = PyDict, subclass)]
    struct Harvest {
        #[pyo3(get, set)]
        garden: String,
    }

    #[pymethods]
    impl Harvest {
        // The arguments are for dict's own `__init__`, which Python calls after this.
        #[new]
        #[pyo3(signature = (*_args, **_kwargs))]
        fn new(_args: &Bound<'_, PyTuple>, _kwargs: Option<&Bound<'_, PyDict>>) -> Self {
            Harvest {
                garden: "ours".to_string(),
            }
        }
    }

    /// Somebody asked for too much.
    #[pyclass(extends = PyValueError)]
    struct NotRipe {
        #[pyo3(get)]
        days: u32,
    }

    #[pymethods]
    impl NotRipe {
        #[new]
        fn new(days: u32) -> Self {
            NotRipe { days }
        }
    }

    /// Pick a fruit, which can only go wrong.
    #[pyfunction]
    fn pick(days: u32) -> PyResult<()> {
        Err(PyErr::new::<NotRipe, _>(days))
    }
}
