//! Compiles every folder of `locales` into the crate, so that a language is added without code here.

use std::{
    env,
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=locales");
    let root = PathBuf::from(required("CARGO_MANIFEST_DIR")?).join("locales");
    let out = PathBuf::from(required("OUT_DIR")?).join("locales.rs");
    fs::write(out, table(&root)?)
}

fn required(name: &str) -> io::Result<String> {
    env::var(name).map_err(io::Error::other)
}

/// The source of a list of languages: each a tag and its files, each a name and a text.
fn table(root: &Path) -> io::Result<String> {
    let mut source = String::from("&[\n");
    for folder in sorted(root)? {
        writeln!(source, "    ({:?}, &[", name(&folder)).map_err(io::Error::other)?;
        for file in sorted(&folder)?.iter().filter(|file| is_ftl(file)) {
            let path = file.to_string_lossy();
            writeln!(source, "        ({:?}, include_str!({path:?})),", name(file)).map_err(io::Error::other)?;
        }
        source.push_str("    ]),\n");
    }
    source.push(']');
    Ok(source)
}

fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn is_ftl(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension == "ftl")
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
