//! Work that is done for many things, each in a transaction of its own.

/// Does something for each thing, whatever fails, and gives what came of them.
///
/// # Errors
/// The first fault, once all have been tried.
pub fn each<T, D, E>(things: Vec<T>, work: impl Fn(T) -> Result<D, E>) -> Result<Vec<D>, E> {
    let (mut done, mut first_fault) = (Vec::new(), None);
    for thing in things {
        match work(thing) {
            Ok(what) => done.push(what),
            Err(fault) => {
                first_fault.get_or_insert(fault);
            }
        }
    }
    first_fault.map_or(Ok(done), Err)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::each;

    #[test]
    fn one_that_fails_keeps_no_other_and_is_told() {
        let tried = Cell::new(0);
        let work = |fails: fn(i32) -> bool| {
            each(vec![1, 2, 3], |nth| {
                tried.set(tried.get() + nth);
                if fails(nth) { Err(nth) } else { Ok(nth) }
            })
        };
        assert_eq!(work(|nth| nth < 3), Err(1), "the first fault");
        assert_eq!(tried.get(), 6);
        assert_eq!(work(|_| false), Ok(vec![1, 2, 3]));
    }
}
