# Write kramdown's own ids, and those of its GFM parser (Jekyll, GitHub Pages), for the headings.
# Needs Ruby with kramdown and kramdown-parser-gfm (Debian: ruby-kramdown, ruby-kramdown-parser-gfm).
# Run: ruby scripts/oracles/kramdown.rb
require 'json'
require 'kramdown'
require 'kramdown-parser-gfm'

FOLDER = File.expand_path('../../tests/site/anchors', __dir__)
pages = JSON.parse(File.read(File.join(FOLDER, 'headings.json')))

plain = pages.map do |page|
  converter = Kramdown::Converter::Html.send(:new, nil, Kramdown::Options.defaults.merge(auto_id_prefix: ''))
  page.map { |heading| converter.generate_id(heading) }
end
gfm = pages.map do |page|
  parser = Kramdown::Parser::GFM.send(:new, '', Kramdown::Options.defaults)
  page.map { |heading| parser.generate_gfm_header_id(heading) }
end
{ 'kramdown' => plain, 'kramdown-gfm' => gfm }.each do |name, ids|
  data = { source: "kramdown #{Kramdown::VERSION}, kramdown-parser-gfm #{Kramdown::Parser::GFM::VERSION}", ids: ids }
  File.write(File.join(FOLDER, "#{name}.json"), JSON.pretty_generate(data) + "\n")
end
