package com.phonepay.infra.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DevelopmentCertificatesTest {
    @Test
    void makesAnAuthorityAndACertificateForBothEndsOfAConnection(@TempDir Path folder)
            throws IOException, GeneralSecurityException {
        DevelopmentCertificates made = new DevelopmentCertificates(folder.resolve("tls"));
        assertThat(made.areThere()).isFalse();
        made.make();
        assertThat(made.areThere()).isTrue();
        X509Certificate node = read(made.certificate());
        X509Certificate authority = read(made.authority());
        assertThatCode(() -> node.verify(authority.getPublicKey())).doesNotThrowAnyException();
        assertThat(node.getExtendedKeyUsage()).containsExactlyInAnyOrder("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
        assertThat(node.getSubjectAlternativeNames()).hasSize(3);
        assertThat(node.getBasicConstraints()).isEqualTo(-1);
        assertThat(authority.getBasicConstraints()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.key())))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder.resolve("tls"))) {
            assertThat(files).as("the key of the authority is nowhere").hasSize(3);
        }
    }

    private static X509Certificate read(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
