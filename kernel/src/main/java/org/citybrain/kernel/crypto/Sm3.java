package org.citybrain.kernel.crypto;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM3 (GB/T 32905) digests of 32 bytes. An instance is re-used by one thread; the static methods are for single calls. */
public final class Sm3 {
    /** Length of a digest in bytes. */
    public static final int LENGTH = 32;

    private final SM3Digest digest = new SM3Digest();

    /** Digest of the parts joined. */
    public byte[] of(byte[]... parts) {
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] out = new byte[LENGTH];
        digest.doFinal(out, 0);
        return out;
    }

    /** Digest of one tag byte and the parts joined: the tag keeps the uses of the digest apart. */
    public byte[] tagged(int tag, byte[]... parts) {
        digest.update((byte) tag);
        return of(parts);
    }

    /** Digest of the parts joined, for a single call. */
    public static byte[] digest(byte[]... parts) {
        return new Sm3().of(parts);
    }

    /** UTF-8 bytes of a text. */
    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A re-usable HMAC-SM3 under one key, for one thread. */
    public static final class Mac {
        private final HMac mac = new HMac(new SM3Digest());

        public Mac(byte[] key) {
            mac.init(new KeyParameter(key));
        }

        /** HMAC of the parts joined. */
        public byte[] of(byte[]... parts) {
            for (byte[] part : parts) {
                mac.update(part, 0, part.length);
            }
            byte[] out = new byte[LENGTH];
            mac.doFinal(out, 0);
            return out;
        }
    }
}
