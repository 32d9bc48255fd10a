package com.phonepay.protocol;

import com.phonepay.kernel.Invariant;

/**
 * What a merchant pays for being paid, in hundredths of a percent.
 *
 * @param mdrBasisPoints the merchant discount rate, on what is left of a window after refunds; at most 10 percent
 * @param taxBasisPoints the tax on that fee; at most 28 percent
 */
public record FeePlan(int mdrBasisPoints, int taxBasisPoints) {
    private static final int MDR_MAX = 1_000;
    private static final int TAX_MAX = 2_800;

    public FeePlan {
        Invariant.check(mdrBasisPoints >= 0 && mdrBasisPoints <= MDR_MAX, "a fee is 0 to 10 percent");
        Invariant.check(taxBasisPoints >= 0 && taxBasisPoints <= TAX_MAX, "a tax on a fee is 0 to 28 percent");
    }
}
