package com.phonepay.jobs;

import com.phonepay.jobs.aml.AmlStructuring;
import com.phonepay.jobs.baseline.PayerBaseline;
import com.phonepay.jobs.fraud.FraudByRule;
import com.phonepay.jobs.health.HourlyHealth;
import com.phonepay.jobs.history.SimulateHistory;
import com.phonepay.jobs.merchants.TopMerchants;
import com.phonepay.jobs.proof.LedgerProof;
import com.phonepay.jobs.reconcile.Reconciliation;
import com.phonepay.jobs.run.Analysis;
import com.phonepay.jobs.run.AnalysisTool;
import com.phonepay.jobs.run.UsageException;
import com.phonepay.jobs.settlement.SettlementReport;
import com.phonepay.jobs.status.StatusCounts;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The driver: {@code ./phonepay jobs NAME …} on one machine, {@code hadoop jar hadoop-jobs-…-cluster.jar NAME …} on a
 * cluster. Exit status 0 is an answer, 1 a failure, 2 wrong usage, 4 an answer that something is wrong.
 */
public final class Jobs {
    private static final List<Analysis> ANALYSES = List.of(
            new StatusCounts(),
            new TopMerchants(),
            new HourlyHealth(),
            new SettlementReport(),
            new LedgerProof(),
            new Reconciliation(),
            new AmlStructuring(),
            new PayerBaseline(),
            new FraudByRule());

    private Jobs() {}

    public static void main(String[] arguments) {
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        if (System.getenv("PHONEPAY_JOBS_TETHERED") != null) {
            Tether.endWithStandardInput();
        }
        int status = run(arguments, out, err);
        out.flush();
        err.flush();
        // A cluster's client leaves threads behind that would keep the process.
        System.exit(status);
    }

    /** As the command line, without ending the process. */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        try {
            return start(arguments, out, err);
        } catch (UsageException e) {
            err.println("✗ " + e.getMessage());
            return 2;
        } catch (Exception e) {
            err.println("✗ " + e);
            e.printStackTrace(err);
            return 1;
        }
    }

    private static int start(String[] arguments, PrintStream out, PrintStream err) throws Exception {
        String name = arguments.length == 0 ? "help" : arguments[0];
        String[] rest = arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
        if (name.equals(SimulateHistory.NAME)) {
            return SimulateHistory.run(rest, out);
        }
        Optional<Analysis> analysis =
                ANALYSES.stream().filter(known -> known.name().equals(name)).findFirst();
        if (analysis.isPresent()) {
            return new AnalysisTool(analysis.get(), out, err).start(rest);
        }
        boolean isHelp = List.of("help", "-h", "--help").contains(name);
        (isHelp ? out : err).print((isHelp ? "" : "✗ There is no job " + name + ".\n") + usage());
        return isHelp ? 0 : 2;
    }

    private static String usage() {
        StringBuilder usage =
                new StringBuilder("Usage: NAME --in DIR [--out DIR] [--from DAY] [--to DAY] [--json] ...\n");
        for (Analysis analysis : ANALYSES) {
            usage.append(String.format("  %-18s %s%n", analysis.name(), analysis.description()));
            analysis.options()
                    .forEach((option, meaning) -> usage.append(String.format("      --%-14s %s%n", option, meaning)));
        }
        return usage + "Hadoop's own options (-D name=value, -conf FILE, -fs URI) go right after the name.\n";
    }

    private static PrintStream utf8(FileDescriptor to) {
        return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
    }
}
