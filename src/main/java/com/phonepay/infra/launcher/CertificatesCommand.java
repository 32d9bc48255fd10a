package com.phonepay.infra.launcher;

import com.phonepay.infra.Layout;
import com.phonepay.infra.tls.DevelopmentCertificates;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ./phonepay certificates}. */
@Command(
        name = "certificates",
        description = {
            "Makes new certificates for a development cluster: an authority, and one for the nodes.",
            "A cluster that runs with --tls takes them at its next start."
        })
final class CertificatesCommand implements Callable<Integer> {

    private final Layout layout = Layout.fromEnvironment();

    @Override
    public Integer call() throws IOException {
        var certificates = new DevelopmentCertificates(layout);
        certificates.make();
        System.out.println("Authority    " + certificates.authority());
        System.out.println("Certificate  " + certificates.certificate());
        System.out.println("Key          " + certificates.key());
        System.out.println("\nNext: ./phonepay up --tls · curl --cacert " + certificates.authority()
                + " https://127.0.0.1:" + layout.gatewayPort(1) + "/health/ready");
        return 0;
    }
}
