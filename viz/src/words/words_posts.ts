// Rows of the table of words on how exits are spread over facilitators.
import { say } from './say';

type Bands = { ten: string; few: string; none: string };

export const posts = {
  heading: say(
    'How many facilitators reach ten exits a year?',
    'Berapa banyak pendamping yang mencapai sepuluh graduasi setahun?',
  ),
  explained: say(
    'Facilitators by how many of their families graduated self-reliantly in the year, vacant posts too. Above each bar: the percentage with ten or more, whatever a target asks for.',
    'Pendamping menurut banyaknya keluarga dampingan yang graduasi sejahtera mandiri pada tahun itu, termasuk formasi yang kosong. Di atas setiap batang: persentase dengan sepuluh atau lebih, berapa pun targetnya.',
  ),
  bands: say<Bands>(
    { ten: 'Ten or more', few: 'One to nine', none: 'None' },
    { ten: 'Sepuluh atau lebih', few: 'Satu sampai sembilan', none: 'Tidak ada' },
  ),
  line: say(
    (year: string, share: string, interval: string, mean: string) =>
      `In ${year}, ${share} of facilitators${interval ? ` (${interval})` : ''} reach ten${mean ? `; ${mean}` : ''}.`,
    (year, share, interval, mean) =>
      `Pada ${year}, ${share} pendamping${interval ? ` (${interval})` : ''} mencapai sepuluh${mean ? `; ${mean}` : ''}.`,
  ),
  each: say(
    (mean: string) => `each has ${mean} exits on average`,
    (mean) => `rata-rata ${mean} graduasi per pendamping`,
  ),
  unknown: say(
    'The shares are worked out for full posts from the mean and the spread of exits between simulated ones. How much facilitators differ is assumed, and no published count was found to compare it with.',
    'Proporsi dihitung untuk formasi penuh dari rata-rata dan sebaran graduasi antarformasi simulasi. Seberapa besar perbedaan antarpendamping adalah asumsi, dan tidak ditemukan angka terbitan sebagai pembanding.',
  ),
  tooFew: say(
    'Not told, since fewer than 30 facilitators were simulated or no calendar year is whole:',
    'Tidak disajikan, karena kurang dari 30 pendamping disimulasikan atau tidak ada tahun kalender yang penuh:',
  ),
  year: say('Policy and year', 'Kebijakan dan tahun'),
  tableName: say(
    'Facilitators by self-reliant exits of the year, per cent',
    'Pendamping menurut graduasi sejahtera mandiri setahun, persen',
  ),
};
