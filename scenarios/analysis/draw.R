# Draws one measure of a result folder: its curve by policy, the difference to the baseline, and, of a run with
# `output: {strata: [area]}`, that of the last policy by province: Rscript draw.R RESULT MEASURE PICTURE [LANGUAGE]
#
# PICTURE is a PDF; LANGUAGE is en or id. Base R is enough. Prints the last month as drawn.
words <- commandArgs(trailingOnly = TRUE)
if (!length(words) %in% 3:4) stop("Rscript draw.R RESULT MEASURE PICTURE [LANGUAGE]", call. = FALSE)
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
folder <- words[1]; measure <- words[2]; picture <- words[3]
language <- if (length(words) > 3) words[4] else "en"
options(scipen = 9)  # families in whole numbers, not as powers of ten
table_of <- function(name) read.csv(file.path(folder, name), encoding = "UTF-8")

codebook <- table_of("codebook.csv")
label <- codebook[codebook$measure == measure, paste0("label_", language)]
if (length(label) == 0)
  stop(measure, " is not a measure; take one of the first column of ", folder, "/codebook.csv", call. = FALSE)

# Of a sweep the first variant.
rows_of <- function(name, value) {
  rows <- table_of(name)
  rows <- rows[rows$measure == measure & rows$variant == rows$variant[1], ]
  transform(rows, value = rows[[value]], date = as.Date(date))
}
curves <- rows_of("curves.csv", "mean")
differences <- rows_of("comparison.csv", "difference")
policies <- unique(curves$policy)
last <- max(curves$month)
colours <- setNames(hcl.colors(length(policies), "Dark 3"), policies)
said <- function(...) cat(sprintf(...), "\n", sep = "")

draw <- function(rows, title) {
  rows <- rows[rows$split == "all", ]
  plot(range(rows$date), range(rows$value, rows$lower, rows$upper, na.rm = TRUE), type = "n", main = title, xlab = "",
       ylab = rows$unit[1], las = 1, bty = "n", xaxt = "n")
  axis.Date(1, rows$date)
  for (policy in unique(rows$policy)) {
    one <- rows[rows$policy == policy, ]
    polygon(c(one$date, rev(one$date)), c(one$lower, rev(one$upper)), col = adjustcolor(colours[policy], 0.15), border = NA)
    lines(one$date, one$value, col = colours[policy], lwd = 2)
    end <- one[one$month == last, ]
    said("%s, %s, month %d: %.6g %.6g %.6g", title, policy, last, end$value, end$lower, end$upper)
  }
  legend("topleft", unique(rows$policy), col = colours[unique(rows$policy)], lwd = 2, bty = "n")
}

# Percent of the baseline, so that large and small provinces compare; grey where the interval holds zero.
draw_map <- function(policy) {
  tiles <- read.csv(file.path(here, "provinces_as_tiles.csv"))
  at_end <- function(rows, of) rows[rows$month == last & rows$policy == of & rows$split == "area", ]
  change <- at_end(differences, policy)
  change <- change[match(tiles$area, change$group), ]
  base <- at_end(curves, policies[1])
  percent <- 100 * change$value / base$value[match(tiles$area, base$group)]
  percent[!is.finite(percent) | !(change$lower > 0 | change$upper < 0) %in% TRUE] <- NA
  most <- max(1e-9, abs(percent), na.rm = TRUE)
  colours <- hcl.colors(101, "Blue-Red 3", rev = TRUE)[51 + round(40 * percent / most)]
  colours[is.na(percent)] <- "#dddddd"
  plot(c(0, 17), c(-6, 1), type = "n", asp = 1, axes = FALSE, xlab = "", ylab = "",
       main = paste0(policy, " against ", policies[1], ", percent; grey: zero is possible"))
  rect(tiles$column, -tiles$row, tiles$column + 0.94, -tiles$row + 0.94, col = colours, border = NA)
  short <- sapply(strsplit(tiles$area, " "),
                  function(names) paste(substr(names, 1, if (length(names) > 2) 1 else 3), collapse = ""))
  text(tiles$column + 0.47, -tiles$row + 0.47,
       ifelse(is.na(percent), short, sprintf("%s\n%+.0f", short, percent)), cex = 0.6)
  said("map, %s: %d provinces differ", policy, sum(!is.na(percent)))
}

by_area <- any(differences$split == "area")
panels <- 1 + (nrow(differences) > 0) + by_area
pdf(picture, width = 6 * panels, height = 4.5)
par(mfrow = c(1, panels))
draw(curves, label)
if (nrow(differences) > 0) draw(differences, paste("difference to", policies[1]))
if (by_area) draw_map(tail(policies, 1))
invisible(dev.off())
