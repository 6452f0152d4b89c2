/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml.pruefstand;

import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.saml.AllgemeinesSaml;
import de.kommunalsdk.saml.Antwortdiagnose;
import de.kommunalsdk.saml.Antwortdiagnose.Auftrag;
import de.kommunalsdk.saml.Antwortdiagnose.Befund;
import de.kommunalsdk.saml.BundId;
import de.kommunalsdk.saml.Kontoprofil;
import de.kommunalsdk.saml.Schluesselpaar;
import de.kommunalsdk.saml.Unternehmenskonto;
import de.kommunalsdk.saml.internal.Diagnose;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code java -jar saml-pruefstand.jar}: {@code saml verify} of the command line, with {@code --allow-legacy-algorithms}. */
public final class Pruefstand {

    private static final String ALTE = "--allow-legacy-algorithms";
    private static final List<String> WERTE = List.of(
            "--idp-metadata", "--sp-key", "--sp-cert", "--entity-id", "--acs", "--in-response-to", "--at", "--profile");
    private static final String HILFE =
            """
            saml-pruefstand: prüft eine SAML-Antwort; nur für öffentliche Testvektoren.
            --idp-metadata DATEI --sp-key DATEI --sp-cert DATEI --entity-id NAME --acs ADRESSE
            [--in-response-to ID] [--at ZEITPUNKT] [--profile bundid|muk|generic] [--allow-legacy-algorithms] DATEI
            Ende mit 0: angenommen; 1: abgelehnt; 2: falscher Aufruf.""";

    private Pruefstand() {}

    /** Runs it. */
    public static void main(String[] args) {
        System.exit(laufe(args, System.out, System.err));
    }

    static int laufe(String[] args, PrintStream aus, PrintStream fehler) {
        Map<String, String> werte = new HashMap<>();
        boolean alte = false;
        String datei = "";
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals(ALTE)) {
                alte = true;
            } else if (WERTE.contains(args[i]) && i + 1 < args.length) {
                werte.put(args[i], args[++i]);
            } else if (List.of("saml", "verify").contains(args[i])) {
                continue; // so that a call of the command line can be taken over as it is
            } else if (args[i].startsWith("--") || !datei.isEmpty()) {
                fehler.println(HILFE);
                return 2;
            } else {
                datei = args[i];
            }
        }
        if (datei.isEmpty() || !werte.keySet().containsAll(WERTE.subList(0, 5))) {
            fehler.println(HILFE);
            return 2;
        }
        try {
            Auftrag auftrag = auftrag(werte);
            byte[] antwort = Files.readAllBytes(Path.of(datei));
            Befund befund = alte
                    ? Diagnose.pruefe(auftrag, antwort, AlteAlgorithmen.REGEL)
                    : Antwortdiagnose.pruefe(auftrag, antwort);
            aus.println(befund.json());
            return befund.angenommen() ? 0 : 1;
        } catch (IOException | OzgException | IllegalArgumentException | DateTimeParseException e) {
            fehler.println(e.getMessage());
            return 2;
        }
    }

    private static Auftrag auftrag(Map<String, String> werte) throws IOException {
        return new Auftrag(
                Files.readAllBytes(Path.of(wert(werte, "--idp-metadata"))),
                Schluesselpaar.ausPem(Path.of(wert(werte, "--sp-key")), Path.of(wert(werte, "--sp-cert"))),
                wert(werte, "--entity-id"),
                URI.create(wert(werte, "--acs")),
                Optional.ofNullable(werte.get("--in-response-to")),
                Optional.ofNullable(werte.get("--at")).map(Instant::parse).orElseGet(Instant::now),
                profil(werte.getOrDefault("--profile", "generic")));
    }

    private static String wert(Map<String, String> werte, String name) {
        return werte.getOrDefault(name, "");
    }

    private static Kontoprofil profil(String name) {
        return switch (name) {
            case "bundid" -> BundId.profil();
            case "muk" -> Unternehmenskonto.profil();
            case "generic" -> AllgemeinesSaml.profil("SAML", "", Map.of(), BundId.niveaus());
            default -> throw new IllegalArgumentException("--profile: bundid, muk oder generic");
        };
    }
}
