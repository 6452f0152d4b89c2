/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml.internal;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.saml.IdpMetadaten;
import de.kommunalsdk.saml.SamlFehler;
import de.kommunalsdk.xml.XmlGrenzen;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Reads the metadata of an account. */
public final class Idpleser {

    private static final SamlFehler FEHLER = SamlFehler.METADATEN_FORM;
    private static final int MAX_BYTES = 1024 * 1024;
    private static final XmlGrenzen GRENZEN = new XmlGrenzen(MAX_BYTES, 40, 20_000, MAX_BYTES);
    private static final String BINDUNG = "urn:oasis:names:tc:SAML:2.0:bindings:";

    private Idpleser() {}

    /** With the rules of the product. */
    public static IdpMetadaten lies(byte[] xml, String entityId, List<X509Certificate> anker, Instant jetzt) {
        return lies(xml, entityId, anker, jetzt, StrengeAlgorithmen.REGEL);
    }

    /** With other algorithms, which only the test kit has. */
    public static IdpMetadaten lies(
            byte[] xml, String entityId, List<X509Certificate> anker, Instant jetzt, Algorithmenregel regel) {
        try {
            Element wurzel = Eingangspruefung.dokument(xml, GRENZEN).getDocumentElement();
            Eingangspruefung.pruefeAttribute(wurzel);
            return lies(wurzel, entityId, anker, jetzt, regel);
        } catch (Ablehnung e) {
            boolean eigener = e.grund().name().startsWith("METADATEN");
            throw new InvalidInput(
                    eigener ? e.grund() : FEHLER,
                    eigener ? e.detail() : e.grund().code() + " " + e.detail());
        }
    }

    /** An attribute of the root, before anything is verified; empty when it is not there. */
    public static String wurzelattribut(byte[] xml, String name) {
        try {
            return Xml.attribut(Eingangspruefung.dokument(xml, GRENZEN).getDocumentElement(), name)
                    .orElse("");
        } catch (Ablehnung e) {
            throw new InvalidInput(FEHLER, e.grund().code() + " " + e.detail());
        }
    }

    private static IdpMetadaten lies(
            Element wurzel, String entityId, List<X509Certificate> anker, Instant jetzt, Algorithmenregel regel) {
        if (!Xml.ist(wurzel, Xml.METADATEN, "EntityDescriptor")) {
            throw new Ablehnung(FEHLER, "EntityDescriptor erwartet");
        }
        if (!anker.isEmpty()) {
            signatur(wurzel, anker, regel);
        }
        if (!Xml.attribut(wurzel, "entityID").filter(entityId::equals).isPresent()) {
            throw new Ablehnung(SamlFehler.METADATEN_ENTITYID, "");
        }
        List<Element> rollen = Xml.kinder(wurzel).stream()
                .filter(e -> Xml.ist(e, Xml.METADATEN, "IDPSSODescriptor"))
                .toList();
        if (rollen.size() != 1
                || !List.of(Xml.attribut(rollen.get(0), "protocolSupportEnumeration")
                                .orElse("")
                                .split("\\s+"))
                        .contains(Xml.PROTOKOLL)) {
            throw new Ablehnung(SamlFehler.METADATEN_ROLLE, "");
        }
        Element rolle = rollen.get(0);
        Optional<Instant> ende = frueher(ende(wurzel), ende(rolle));
        if (ende.filter(e -> !jetzt.isBefore(e)).isPresent()) {
            throw new Ablehnung(SamlFehler.METADATEN_ABGELAUFEN, "");
        }
        List<X509Certificate> schluessel = zertifikate(rolle).stream()
                .filter(x -> Signaturpruefer.brauchbar(x.getPublicKey(), regel.rsaBits()))
                .toList();
        if (schluessel.isEmpty()) {
            throw new Ablehnung(SamlFehler.METADATEN_SCHLUESSEL, "");
        }
        Optional<URI> post = ziel(rolle, "HTTP-POST");
        Optional<URI> redirect = ziel(rolle, "HTTP-Redirect");
        return new IdpMetadaten(entityId, schluessel, post, redirect, ende, dauer(wurzel));
    }

    private static void signatur(Element wurzel, List<X509Certificate> anker, Algorithmenregel regel) {
        List<Element> kinder = Xml.kinder(wurzel);
        if (kinder.isEmpty() || !Xml.ist(kinder.get(0), Xml.DS, "Signature")) {
            throw new Ablehnung(SamlFehler.METADATEN_SIGNATUR, "fehlt");
        }
        List<PublicKey> schluessel =
                anker.stream().map(X509Certificate::getPublicKey).toList();
        try {
            new Signaturpruefer(regel).pruefe(kinder.get(0), schluessel);
        } catch (Ablehnung e) {
            throw new Ablehnung(SamlFehler.METADATEN_SIGNATUR, e.grund().code());
        }
    }

    private static Optional<Instant> ende(Element element) {
        return Xml.attribut(element, "validUntil").map(text -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException e) {
                throw new Ablehnung(FEHLER, "validUntil");
            }
        });
    }

    private static Optional<Instant> frueher(Optional<Instant> a, Optional<Instant> b) {
        return a.isPresent() && (b.isEmpty() || a.get().isBefore(b.get())) ? a : b;
    }

    /** cacheDuration in days and smaller; with months or years it says nothing that matters here. */
    private static Optional<Duration> dauer(Element wurzel) {
        return Xml.attribut(wurzel, "cacheDuration").flatMap(text -> {
            try {
                return Optional.of(Duration.parse(text)).filter(d -> !d.isNegative() && !d.isZero());
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        });
    }

    private static List<X509Certificate> zertifikate(Element rolle) {
        List<X509Certificate> zertifikate = new ArrayList<>();
        for (Element angabe : Xml.kinder(rolle)) {
            boolean signiert = Xml.ist(angabe, Xml.METADATEN, "KeyDescriptor")
                    && Xml.attribut(angabe, "use").orElse("signing").equals("signing");
            if (!signiert) {
                continue;
            }
            for (Element e : Xml.alle(angabe)) {
                if (Xml.ist(e, Xml.DS, "X509Certificate")) {
                    zertifikate.add(zertifikat(e));
                }
            }
        }
        return zertifikate;
    }

    private static X509Certificate zertifikat(Element element) {
        try {
            return Schluesselleser.zertifikat(Base64.getMimeDecoder().decode(Xml.wort(element, FEHLER)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Ablehnung(SamlFehler.METADATEN_SCHLUESSEL, "Zertifikat nicht lesbar");
        }
    }

    /** The first address of a binding that is https, or on this machine; a request cannot be sent to another. */
    private static Optional<URI> ziel(Element rolle, String bindung) {
        return Xml.kinder(rolle).stream()
                .filter(e -> Xml.ist(e, Xml.METADATEN, "SingleSignOnService"))
                .filter(e -> Xml.attribut(e, "Binding").orElse("").equals(BINDUNG + bindung))
                .flatMap(e -> adresse(Xml.attribut(e, "Location").orElse("")).stream())
                .findFirst();
    }

    private static Optional<URI> adresse(String text) {
        try {
            URI uri = URI.create(text);
            boolean loopback = "127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost());
            return Optional.of(uri)
                    .filter(u -> u.getHost() != null)
                    .filter(u -> "https".equals(u.getScheme()) || "http".equals(u.getScheme()) && loopback);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
