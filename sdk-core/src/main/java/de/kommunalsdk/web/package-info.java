/* SPDX-License-Identifier: EUPL-1.2 */
/** What all pages share: the frame of the host portal, the style sheet and the texts of the page frame. */
@NullMarked
package de.kommunalsdk.web;

import org.jspecify.annotations.NullMarked;
