#!/bin/sh
# LibreOffice 7.4.7 (Debian 12): its HTML of a text with tracked changes has the words that were deleted as words like all
# others. There is no <del>, no class and no style, so whoever reads the HTML (a page into which it is pasted, a converter)
# cannot tell them from the text, and what somebody took out of a document is in it again.
# Needs `soffice` (package libreoffice-writer-nogui).
# Seen: "The budget is 10000 12000 euro." where the text is "The budget is 12000 euro."
set -eu
command -v soffice >/dev/null || { echo 'soffice is not installed'; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >text.fodt <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:tracked-changes><text:changed-region xml:id="c1" text:id="c1"><text:deletion><office:change-info><dc:creator>Ilze</dc:creator><dc:date>2026-01-12T10:00:00</dc:date></office:change-info><text:p>10000 </text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>The budget is <text:change text:change-id="c1"/>12000 euro.</text:p></office:text></office:body></office:document>
XML
soffice "-env:UserInstallation=file://$dir/profile" --headless --convert-to 'html:HTML (StarWriter)' text.fodt >/dev/null 2>&1
paragraph=$(tr '\n' ' ' <text.html | grep -o '<p[^>]*>.*</p>')
echo "$paragraph"
case $paragraph in *'10000 12000 euro.'*) ;; *) exit 1 ;; esac
! echo "$paragraph" | grep -qiE '<(del|s|strike)\b|line-through|display: *none'
