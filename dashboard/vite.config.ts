// How the dashboard is bundled and served while it is being worked on.
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [tailwindcss(), sveltekit()],
  server: { proxy: { '/api': process.env.HUIYIN_API ?? 'http://127.0.0.1:4000' } },
  preview: { proxy: { '/api': process.env.HUIYIN_API ?? 'http://127.0.0.1:4000' } },
});
