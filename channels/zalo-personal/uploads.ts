/** What the library does wrong while a file is sent, set right. */
import type { API } from 'zca-js';

/** Confirmations of uploads remembered; only one or two are ever waited for. */
const CONFIRMED_MAX = 100;

/**
 * The library forgets an upload that Zalo confirms before its own answer was read, and then waits for ever; and for each
 * it starts a timer of five minutes that nobody can stop and that keeps the process alive.
 */
export function mendUploads(api: API): void {
  const { uploadCallbacks } = api.getContext();
  const confirmed = new Map<string, Parameters<UploadCallback>[0]>();
  api.listener.on('upload_attachment', (upload) => {
    confirmed.set(String(upload.fileId), upload);
    for (const oldest of confirmed.keys()) {
      if (confirmed.size <= CONFIRMED_MAX) break;
      confirmed.delete(oldest);
    }
  });
  uploadCallbacks.set = (fileId, callback) => {
    const early = confirmed.get(fileId);
    if (early) void callback(early);
    else Map.prototype.set.call(uploadCallbacks, fileId, callback);
    return uploadCallbacks;
  };
}

type UploadCallback = Parameters<ReturnType<API['getContext']>['uploadCallbacks']['set']>[1];
