/* SPDX-License-Identifier: EUPL-1.2 */
/** Accessible PDF from XHTML: PDF/UA-1 and PDF/A-3u, with embedded fonts and attachments. */
module de.kommunalsdk.pdf {
    requires com.github.weisj.jsvg;
    requires transitive de.kommunalsdk.core;
    requires java.desktop;
    requires openhtmltopdf.core;
    requires openhtmltopdf.pdfbox;
    requires org.apache.fontbox;
    requires org.apache.pdfbox;
    requires org.apache.pdfbox.io;

    exports de.kommunalsdk.pdf;
}
