/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal;

import de.kommunalsdk.testkit.konformitaet.Bericht;
import de.kommunalsdk.testkit.konformitaet.Bericht.Eintrag;
import de.kommunalsdk.testkit.konformitaet.Ergebnis.NichtGeprueft;
import de.kommunalsdk.testkit.konformitaet.Ergebnis.NichtPruefbar;
import de.kommunalsdk.testkit.konformitaet.Ergebnis.Verletzt;
import de.kommunalsdk.testkit.konformitaet.Verstoss;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The report as JUnit XML, as build servers read it: broken rules are failures, those that could not be checked errors,
 * those that there was nothing to check of skipped.
 */
public final class JunitBericht {

    private static final String KLASSE = "de.kommunalsdk.testkit.konformitaet";

    private JunitBericht() {}

    public static byte[] schreibe(Bericht bericht) {
        ByteArrayOutputStream ziel = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(ziel, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "Konformität " + bericht.pruefling().dienst());
            xml.writeAttribute("timestamp", bericht.begonnen().toString());
            xml.writeAttribute("tests", String.valueOf(bericht.eintraege().size()));
            xml.writeAttribute("failures", String.valueOf(bericht.zaehle(Verletzt.class)));
            xml.writeAttribute("errors", String.valueOf(bericht.zaehle(NichtPruefbar.class)));
            xml.writeAttribute("skipped", String.valueOf(bericht.zaehle(NichtGeprueft.class)));
            xml.writeAttribute(
                    "time",
                    sekunden(bericht.eintraege().stream().map(Eintrag::dauer).reduce(Duration.ZERO, Duration::plus)));
            for (Eintrag e : bericht.eintraege()) {
                eintrag(xml, e);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
            return ziel.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("In den Speicher laesst sich immer schreiben", e);
        }
    }

    private static void eintrag(XMLStreamWriter xml, Eintrag e) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", KLASSE);
        xml.writeAttribute("name", e.regel().id());
        xml.writeAttribute("time", sekunden(e.dauer()));
        if (e.ergebnis() instanceof Verletzt verletzt) {
            xml.writeStartElement("failure");
            xml.writeAttribute("type", verletzt.verstoesse().get(0).code());
            xml.writeAttribute(
                    "message",
                    e.regel().titel() + ": " + verletzt.verstoesse().get(0).was());
            xml.writeCharacters(
                    verletzt.verstoesse().stream().map(Verstoss::toString).collect(Collectors.joining("\n")));
            xml.writeEndElement();
        } else if (e.ergebnis() instanceof NichtPruefbar offen) {
            xml.writeStartElement("error");
            xml.writeAttribute("type", offen.code());
            xml.writeAttribute("message", offen.grund());
            xml.writeEndElement();
        } else if (e.ergebnis() instanceof NichtGeprueft ohne) {
            xml.writeStartElement("skipped");
            xml.writeAttribute("message", ohne.grund() + " [" + ohne.code() + "]");
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String sekunden(Duration dauer) {
        return String.format(Locale.ROOT, "%.3f", dauer.toMillis() / 1000.0);
    }
}
