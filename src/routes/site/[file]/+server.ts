import { error } from '@sveltejs/kit';
import { siteAssets, typeOf } from '#lib/node/siteFiles.ts';
import type { RequestHandler } from './$types';

/** The files that site.yaml names: logo, fonts, script. */
export const GET: RequestHandler = ({ params: { file } }) => {
	const asset = siteAssets().find(({ name }) => name === file);
	if (!asset) error(404, `no file "${file}" of the site`);
	return new Response(new Uint8Array(asset.bytes), { headers: { 'content-type': typeOf(asset.name)! } });
};
