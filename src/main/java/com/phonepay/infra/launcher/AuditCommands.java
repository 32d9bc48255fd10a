package com.phonepay.infra.launcher;

import com.phonepay.infra.Layout;
import com.phonepay.ops.audit.AuditChain;
import com.phonepay.ops.audit.AuditEntry;
import com.phonepay.ops.audit.CassandraAuditTrail;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./phonepay audit verify}. */
@Command(
        name = "audit",
        synopsisSubcommandLabel = "verify",
        description = "Checks the record of what administrators did.")
final class AuditCommands {

    private static final int PAGE = 500;

    private final Layout layout = Layout.fromEnvironment();

    @Command(
            name = "verify",
            description = "Recomputes every hash of the chain. Needs Cassandra, no node. Exit code 1: it was doctored.")
    int verify(
            @Option(
                            names = "--head",
                            paramLabel = "HASH",
                            description = "A head that was told before: it must still be in the chain.")
                    @Nullable
                    String head,
            @Option(names = "--keyspace", defaultValue = "phonepay", description = "Another copy of the record.")
                    String keyspace) {
        try (var session = OfflineLedger.connect(OfflineLedger.address(layout))) {
            var trail = new CassandraAuditTrail(session, keyspace, InstantSource.system());
            var chain = new AuditChain();
            var wrong = walk(trail, chain, head);
            if (wrong.isPresent()) {
                System.out.println("✗ The record was doctored: " + wrong.get() + ".");
                return Failure.FAILED;
            }
            System.out.println("INTACT: " + chain.count() + " entries, head " + chain.head());
            return 0;
        }
    }

    /** What is wrong first, or nothing. */
    private static Optional<String> walk(CassandraAuditTrail trail, AuditChain chain, @Nullable String head) {
        boolean headFound = head == null || head.equals(chain.head());
        List<AuditEntry> page = next(trail, chain);
        while (!page.isEmpty()) {
            var wrong = chain.accept(page);
            if (wrong.isPresent()) {
                return wrong;
            }
            headFound |= page.stream().anyMatch(entry -> entry.hash().equals(head));
            page = next(trail, chain);
        }
        return headFound ? Optional.empty() : Optional.of("the entry with the given head is gone");
    }

    private static List<AuditEntry> next(CassandraAuditTrail trail, AuditChain chain) {
        return trail.after(chain.count(), PAGE).toCompletableFuture().join();
    }
}
