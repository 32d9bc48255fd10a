package com.phonepay.infra.launcher;

import com.phonepay.infra.Layout;
import com.phonepay.infra.supervisor.ControlClient;
import com.phonepay.infra.supervisor.Secrets;
import com.phonepay.infra.supervisor.StatusReport;
import com.phonepay.infra.tls.DevelopmentCertificates;
import com.phonepay.infra.tls.Https;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./phonepay up}. */
@Command(name = "up", description = "Starts the cluster, makes a payment and stays up.")
final class UpCommand implements Callable<Integer> {

    private final Layout layout = Layout.fromEnvironment();
    private final Console console = Console.standard();
    private final ControlClient supervisor = new ControlClient(layout);

    @Option(names = "--nodes", paramLabel = "N", description = "1 node, or 3 to 9 (default: 3).")
    private @Nullable Integer nodes;

    @Option(names = "--profile", paramLabel = "NAME", description = "Payment limits: default or load.")
    private @Nullable String profile;

    @Option(names = "--drills", description = "Administrators may order failure drills over the API.")
    private boolean drills;

    @Option(names = "--tls", description = "HTTPS, and nodes that know each other by certificates.")
    private boolean tls;

    @Override
    public Integer call() throws IOException {
        var running = supervisor.status();
        if (running.isPresent()) {
            return join(running.get());
        }
        var bringUp = new BringUp(layout, console);
        bringUp.begin(nodes == null ? 3 : nodes, wantedProfile(), drills, tls);
        return finish(bringUp);
    }

    private String wantedProfile() {
        return profile != null ? profile : System.getenv().getOrDefault("PHONEPAY_PROFILE", "default");
    }

    /** Nothing is started twice; a node that was stopped or killed by hand is started again. */
    private int join(StatusReport running) throws IOException {
        refuseAnotherShape(running);
        var bringUp = new BringUp(layout, console);
        if (bringUp.allReady(running)) {
            console.say("  PhonePay is already up.");
            printSummary(payWhereNobodyDid());
            return 0;
        }
        bringUp.wakeNodesAtRest(running);
        return finish(bringUp);
    }

    private void refuseAnotherShape(StatusReport running) {
        boolean otherSize = nodes != null && nodes != running.nodes().size();
        boolean otherProfile = profile != null && !profile.equals(running.profile());
        if (otherSize || otherProfile) {
            throw new Failure(
                    "PhonePay is already up with " + running.nodes().size() + " nodes and the profile "
                            + running.profile() + ".",
                    "./phonepay down first; the data stays.");
        }
    }

    private int finish(BringUp bringUp) throws IOException {
        bringUp.awaitReady();
        printSummary(payOnce());
        return 0;
    }

    private String payOnce() throws IOException {
        var accounts = DemoAccount.all(layout);
        var demo = demo();
        var registering = console.begin("Demo accounts");
        demo.register(accounts);
        registering.done(
                String.join(", ", accounts.stream().map(DemoAccount::userId).toList()));
        return pay(demo, accounts);
    }

    /** An earlier start may have been interrupted before the accounts were there. Empty where it was not. */
    private String payWhereNobodyDid() throws IOException {
        var accounts = DemoAccount.all(layout);
        var demo = demo();
        return demo.register(accounts) == 0 ? "" : pay(demo, accounts);
    }

    private DemoPayment demo() throws IOException {
        var api = new ApiClient(Https.of(layout), layout.httpPort(1));
        return new DemoPayment(api, new Secrets(layout).bootstrapToken());
    }

    private String pay(DemoPayment demo, List<DemoAccount> accounts) throws IOException {
        var paying = console.begin("A payment");
        var told = demo.pay(accounts.get(0), accounts.get(1));
        paying.done("");
        tellOfWorkers(demo.transactionId());
        tellOfSettlement(demo, accounts);
        return told;
    }

    private void tellOfSettlement(DemoPayment demo, List<DemoAccount> accounts) throws IOException {
        var owner = accounts.stream()
                .filter(account -> account.role().equals(DemoAccount.MERCHANT))
                .findFirst();
        if (owner.isPresent()) {
            var settling = console.begin("Worker settlement");
            settling.done(demo.settle(accounts.get(0), owner.get()));
        }
    }

    private void tellOfWorkers(String transactionId) {
        supervisor.status().ifPresent(report -> new WorkerWatch(layout, report)
                .handled(transactionId)
                .forEach((worker, node) ->
                        console.begin("Worker " + worker + " handled it").done(node)));
    }

    private void printSummary(String payment) throws IOException {
        var view = new StatusView(layout, supervisor.status());
        var out = System.out;
        if (!payment.isEmpty()) {
            out.println("\n" + payment);
        }
        out.println();
        out.print(view.text());
        out.println();
        view.gatewayUrl().ifPresent(url -> out.println("Console      " + url));
        out.println("Payment API  " + view.apiUrl());
        if (Https.of(layout).context().isPresent()) {
            out.println("Authority    " + new DevelopmentCertificates(layout).authority());
        }
        printLogins(DemoAccount.read(layout));
        out.println("\nNext: ./phonepay status · ./phonepay logs -f · ./phonepay node kill 1 · ./phonepay down");
    }

    private static void printLogins(List<DemoAccount> accounts) {
        for (var account : accounts) {
            System.out.printf(
                    "Login        %-8s %-24s password %s%n", account.role(), account.email(), account.password());
        }
    }
}
