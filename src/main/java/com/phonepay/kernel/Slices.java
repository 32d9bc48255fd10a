package com.phonepay.kernel;

import java.nio.charset.StandardCharsets;

/** How many slices each type has, fixed at first start, and which slice owns what. A pure function of the text. */
public record Slices(int count) {
    public Slices {
        Invariant.check(count >= 1 && count <= 0xFFFF, "between 1 and 65535 slices");
    }

    public int of(String key) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        // FNV's low bits are weak for short keys, so the high ones are folded in before the modulo.
        return (int) Long.remainderUnsigned(hash ^ (hash >>> 32), count);
    }

    public SliceAddress wallets(AccountId account) {
        return new SliceAddress(SliceType.WALLETS, of(account.value()));
    }

    public SliceAddress fraud(AccountId account) {
        return new SliceAddress(SliceType.FRAUD, of(account.value()));
    }

    public SliceAddress transactions(TransactionId id) {
        return new SliceAddress(SliceType.TRANSACTIONS, id.slice());
    }

    public SliceAddress directory(String alias) {
        return new SliceAddress(SliceType.DIRECTORY, of(alias));
    }
}
