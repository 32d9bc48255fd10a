package com.phonepay.infra.launcher;

import com.phonepay.coordinator.proof.LedgerAuditor;
import com.phonepay.coordinator.proof.Proof;
import com.phonepay.coordinator.proof.ProofJson;
import com.phonepay.coordinator.proof.RowTree;
import com.phonepay.infra.JsonFiles;
import com.phonepay.infra.Layout;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./phonepay ledger proof} and {@code ./phonepay ledger repair SLICE --dry-run}. */
@Command(
        name = "ledger",
        synopsisSubcommandLabel = "(proof | repair)",
        description = "Proves from the journal alone that money is conserved, and explains superseded rows.")
final class LedgerCommands {

    private static final int WRONG_USAGE = 2;

    private final Layout layout = Layout.fromEnvironment();

    @Command(
            name = "proof",
            description =
                    "Adds up the whole ledger from the journal. Needs Cassandra, no node. Exit code 1: not balanced.")
    int proof(
            @Option(names = "--json", description = "Prints the proof as JSON.") boolean json,
            @Option(names = "--out", paramLabel = "FILE", description = "Also writes the JSON to a file.") @Nullable
                    Path out,
            @Option(names = "--keyspace", defaultValue = "phonepay", description = "Another copy of the journal.")
                    String keyspace)
            throws IOException {
        try (var ledger = OfflineLedger.open(cassandra(), keyspace)) {
            var proof = new LedgerAuditor(ledger.reader(), ledger.slices(), InstantSource.system()).round();
            if (out != null) {
                JsonFiles.writeText(out, ProofJson.of(proof));
            }
            System.out.println(json ? ProofJson.of(proof) : text(proof));
            return proof.isBalanced() ? 0 : Failure.FAILED;
        }
    }

    private static String text(Proof proof) {
        var text = new StringBuilder();
        text.append(proof.isBalanced() ? "BALANCED" : "IMBALANCED by " + proof.imbalance());
        text.append("\n  wallets          ").append(proof.walletsTotal());
        proof.stripes().forEach((account, money) -> text.append("\n  ")
                .append(String.format("%-16s ", account.label()))
                .append(money));
        text.append("\n  in flight        ").append(proof.inFlight());
        text.append("\n  ").append(proof.counts());
        text.append("\n  rows of superseded owners left out: ").append(proof.discarded());
        proof.violations().forEach(violation -> text.append("\n  ✗ ")
                .append(violation.code())
                .append(" in ")
                .append(violation.slice())
                .append(violation.sequence() == 0 ? "" : " row " + violation.sequence())
                .append(": ")
                .append(violation.detail()));
        return text.append("\n  hash ")
                .append(proof.hash())
                .append("\n  ")
                .append(proof.tookMs())
                .append(" ms")
                .toString();
    }

    @Command(
            name = "repair",
            description = "Shows the rows of a slice that count for nothing, and why, and rows that nothing explains.")
    int repair(
            @Parameters(paramLabel = "SLICE", description = "For example wallets-3.") String slice,
            @Option(names = "--dry-run", description = "Only looks. Required: rows are never changed.") boolean dryRun,
            @Option(names = "--keyspace", defaultValue = "phonepay", description = "Another copy of the journal.")
                    String keyspace) {
        if (!dryRun) {
            System.err.println(
                    "Rows of superseded owners need no repair: every reader leaves them out. Add --dry-run to see them.");
            return WRONG_USAGE;
        }
        try (var ledger = OfflineLedger.open(cassandra(), keyspace)) {
            return explain(slice, new RowTree(ledger.rows(address(slice))));
        }
    }

    private static int explain(String slice, RowTree tree) {
        System.out.println(slice + ": " + tree.chainLength() + " rows count, the last is " + tree.newest());
        for (var left : tree.leftOut()) {
            System.out.println(
                    "  left out " + left.row().position() + " on " + left.row().predecessor() + " by "
                            + left.row().node() + ", " + RowTree.kinds(left.row()) + ": " + left.why()
                            + (left.supersededBy() == null ? "" : "; the chain goes on with " + left.supersededBy()));
        }
        System.out.println("  " + tree.leftOut().size() + " rows of superseded owners; nobody ever heard of them.");
        var missing = tree.missing();
        if (missing == null) {
            return 0;
        }
        System.out.println(
                "  ✗ Row " + missing + " is missing: the slice does not start. Restore it from a replica or a"
                        + " backup; see docs/reliability.md.");
        return Failure.FAILED;
    }

    private static SliceAddress address(String text) {
        int dash = text.lastIndexOf('-');
        var type = Arrays.stream(SliceType.values())
                .filter(each -> dash > 0 && each.label().equals(text.substring(0, dash)))
                .findFirst()
                .orElseThrow(() -> new Failure("There is no slice " + text + ".", "./phonepay status shows them."));
        return new SliceAddress(type, Integer.parseInt(text.substring(dash + 1)));
    }

    private String cassandra() {
        return OfflineLedger.address(layout);
    }
}
