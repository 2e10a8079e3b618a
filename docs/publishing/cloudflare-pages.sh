#!/usr/bin/env bash
# Cloudflare Pages: publish anywhere (in GitHub Actions, say, with ./github-actions.yml up to its step “Publish”), then send the folder.
# Needs CLOUDFLARE_ACCOUNT_ID and CLOUDFLARE_API_TOKEN (permission: Cloudflare Pages, edit).
#
# As a build on Pages itself: build command `(npm run zebian -- publish || [ $? = 3 ]) && cp -RL _site public`, output `public`.
# A deploy hook there carries no body, so that such a build cannot wait for an announced revision.
set -euo pipefail
npm run zebian -- publish || [ $? = 3 ]
rm -rf public
cp -RL _site public
npx wrangler pages deploy public --project-name "${PAGES_PROJECT:-zebian}" --branch main
