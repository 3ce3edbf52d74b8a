//! A jukebox: songs, a coin slot, and a listener.

use pyo3::prelude::*;

/// Jukeboxes.
#[pymodule]
mod jukebox_example {
    use super::*;
    use pyo3::exceptions::PyOverflowError;

    /// A jukebox.
    #[pyclass]
    struct Jukebox {
        songs: Vec<String>,
        #[pyo3(get)]
        coins: u8,
    }

    #[pymethods]
    impl Jukebox {
        #[new]
        fn new(songs: Vec<String>) -> Self {
            Jukebox { songs, coins: 0 }
        }

        /// What's playing.
        fn now_playing(&self) -> String {
            format!("♪ {} ♪", self.song(0))
        }

        /// How many songs it has.
        fn count(&self) -> usize {
            self.songs.len()
        }

        /// Add a song at the end.
        fn add(&mut self, song: String) {
            self.songs.push(song);
        }

        /// Drop coins into the slot.
        fn insert(&mut self, coins: u8) {
            self.coins += coins;
        }

        /// Drop coins into the slot, if there is room for them.
        fn insert_carefully(&mut self, coins: u8) -> PyResult<()> {
            let sum = self.coins.checked_add(coins).ok_or_else(|| {
                PyOverflowError::new_err(format!("no room: {} and {coins} coins", self.coins))
            })?;
            self.coins = sum;
            Ok(())
        }

        /// Call the listener, a Python function, with every song.
        fn play(&self, listener: &Bound<'_, PyAny>) -> PyResult<()> {
            for song in &self.songs {
                listener.call1((song,))?;
            }
            Ok(())
        }

        /// Do the same, but let the listener change the jukebox meanwhile.
        fn play_copies(slf: &Bound<'_, Self>, listener: &Bound<'_, PyAny>) -> PyResult<()> {
            let songs = slf.borrow().songs.clone();
            for song in songs {
                listener.call1((song,))?;
            }
            Ok(())
        }

        /// Let a Python function give every song a new title.
        fn retitle(&mut self, new_title: &Bound<'_, PyAny>) -> PyResult<()> {
            for song in &mut self.songs {
                *song = new_title.call1((song.as_str(),))?.extract()?;
            }
            Ok(())
        }

        fn __repr__(&self) -> String {
            format!("Jukebox({:?})", self.songs)
        }

        fn __eq__(&self, other: &Self) -> bool {
            self.songs == other.songs
        }
    }

    /// For Rust alone.
    impl Jukebox {
        /// The song at a place, or silence.
        fn song(&self, index: usize) -> &str {
            self.songs.get(index).map_or("silence", String::as_str)
        }
    }
}
