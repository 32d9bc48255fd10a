package com.phonepay.jobs.proof;

import com.phonepay.jobs.run.Row;
import java.util.ArrayList;
import java.util.List;

/** A wallet's entries in the order of their numbers. */
final class WalletProof {
    private final boolean fromTheFirst;
    private final Leg last = new Leg();
    private long number;
    private long balance;
    private long entries;
    private long duplicates;
    private boolean isBegun;

    /** @param fromTheFirst whether the wallet's first entry must be here; otherwise the first one here is believed */
    WalletProof(boolean fromTheFirst) {
        this.fromTheFirst = fromTheFirst;
    }

    List<Finding> add(long entryNumber, Leg entry) {
        List<Finding> findings = new ArrayList<>(0);
        if (isBegun && entryNumber == number) {
            sameNumber(entry, findings);
            return findings;
        }
        if (isBegun || fromTheFirst) {
            if (entryNumber != number + 1) {
                findings.add(Finding.of(Break.GAP, "entry " + entryNumber + " follows entry " + number));
            } else {
                balanceOf(entry, findings);
            }
        }
        if (entry.balanceAfter() < 0) {
            findings.add(Finding.of(Break.NEGATIVE_BALANCE, said(entry)));
        }
        isBegun = true;
        number = entryNumber;
        balance = entry.balanceAfter();
        entries++;
        last.copyOf(entry);
        return findings;
    }

    private void sameNumber(Leg entry, List<Finding> findings) {
        if (entry.other().equals(last.other()) && entry.signedPaise() == last.signedPaise()) {
            duplicates++;
        } else {
            String detail = "entry " + number + " is both " + last.name() + " and " + entry.name();
            findings.add(Finding.of(Break.FORK, detail));
        }
    }

    private void balanceOf(Leg entry, List<Finding> findings) {
        if (balance + entry.signedPaise() != entry.balanceAfter()) {
            String detail = Row.rupees(balance) + " and " + Row.rupees(entry.signedPaise()) + " make " + said(entry);
            findings.add(Finding.of(Break.WRONG_BALANCE, detail));
        }
    }

    private static String said(Leg entry) {
        return Row.rupees(entry.balanceAfter()) + " in " + entry.name();
    }

    long entries() {
        return entries;
    }

    long duplicates() {
        return duplicates;
    }

    /** What the last entry states. */
    long balance() {
        return balance;
    }
}
