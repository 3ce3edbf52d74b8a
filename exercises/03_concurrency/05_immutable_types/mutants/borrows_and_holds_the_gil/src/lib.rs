//! The areas of rectangles, counted tile by tile.

use pyo3::prelude::*;
use std::hint::black_box;

#[pymodule]
mod rectangle_areas {
    use super::*;

    /// A rectangular floor: so many tiles wide, so many tiles high. It never changes.
    #[pyclass(frozen, get_all)]
    struct Rectangle {
        width: u64,
        height: u64,
    }

    #[pymethods]
    impl Rectangle {
        #[new]
        fn new(width: u64, height: u64) -> Self {
            Rectangle { width, height }
        }

        /// Return the rectangle that lies on its side: width and height change places.
        fn turned(&self) -> Self {
            Rectangle {
                width: self.height,
                height: self.width,
            }
        }

        fn __repr__(&self) -> String {
            format!("Rectangle({}, {})", self.width, self.height)
        }

        /// What pickle needs to make an equal rectangle in another process. The tests do that.
        fn __getnewargs__(&self) -> (u64, u64) {
            (self.width, self.height)
        }
    }

    /// Return how many tiles a rectangle has. Other Python threads run while they are counted.
    #[pyfunction]
    fn area(py: Python<'_>, rectangle: Py<Rectangle>) -> u64 {
        let rectangle = rectangle.borrow(py);
        count_tiles(rectangle.width, rectangle.height)
    }

    /// Return how many tiles a rectangle has, and hold the GIL meanwhile. The lesson compares `area` with it.
    #[pyfunction]
    fn naive_area(rectangle: &Bound<'_, Rectangle>) -> u64 {
        let rectangle = rectangle.borrow();
        count_tiles(rectangle.width, rectangle.height)
    }
}

/// Count the tiles one by one. It would be faster to multiply, but there'd be nothing to watch.
fn count_tiles(width: u64, height: u64) -> u64 {
    let mut tiles = 0;
    for _row in 0..height {
        for _column in 0..width {
            // The compiler can multiply, too. `black_box` keeps it from doing that.
            tiles = black_box(tiles + 1);
        }
    }
    tiles
}
